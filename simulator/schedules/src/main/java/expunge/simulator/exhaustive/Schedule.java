package expunge.simulator.exhaustive;

import expunge.simulator.exhaustive.Choice.Family;
import expunge.simulator.scenario.Scenario.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The decisions of one run. Written as {@code 12p,31b}: at the 12th point the running process is
 * preempted, at the 31st it crashes before its call; at all other points nothing happens.
 *
 * @param steps with ascending points
 */
public record Schedule(List<Step> steps) {
  /** The one in which nothing happens. Its name is empty. */
  public static final Schedule SMOOTH = new Schedule(List.of());

  /** Checks the order. */
  public Schedule {
    steps = List.copyOf(steps);
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i - 1).point() >= steps.get(i).point()) {
        throw new IllegalArgumentException("the points of a schedule ascend");
      }
    }
  }

  /**
   * One decision.
   *
   * @param point how many questions were asked before it, and 1
   */
  record Step(int point, Choice choice) {
    @Override
    public String toString() {
      return "" + point + choice.letter();
    }
  }

  /**
   * The one of this name.
   *
   * @throws IllegalArgumentException if it is none's
   */
  public static Schedule named(String name) {
    return name.isEmpty()
        ? SMOOTH
        : new Schedule(Arrays.stream(name.split(",", -1)).map(Schedule::step).toList());
  }

  private static Step step(String name) {
    if (!name.matches("[0-9]{1,6}[a-z]")) {
      throw new IllegalArgumentException("a decision is a number and a letter, not " + name);
    }
    int end = name.length() - 1;
    return new Step(Integer.parseInt(name.substring(0, end)), Choice.of(name.charAt(end)));
  }

  Schedule and(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new Schedule(more);
  }

  int preemptions() {
    return (int) steps.stream().filter(step -> step.choice() == Choice.PREEMPT).count();
  }

  /** What people do, in order. */
  List<Call> calls() {
    return steps.stream().flatMap(step -> step.choice().call().stream()).toList();
  }

  int faults() {
    return (int) steps.stream().filter(step -> step.choice().isFault()).count();
  }

  Family family() {
    List<Family> faults =
        steps.stream().map(Step::choice).filter(Choice::isFault).map(Choice::family).toList();
    return switch (faults.size()) {
      case 0 -> Family.NO_FAULT;
      case 1 -> faults.getFirst();
      default -> Family.SEVERAL;
    };
  }

  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining(","));
  }
}
