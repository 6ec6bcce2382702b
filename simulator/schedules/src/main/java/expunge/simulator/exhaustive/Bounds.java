package expunge.simulator.exhaustive;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How far schedules may stray.
 *
 * @param preemptions how many a schedule may have: the first number without a fault, the second
 *     with one, and so on; no number is greater than the one before it
 */
public record Bounds(List<Integer> preemptions) {
  /** Two preemptions and one fault, or one preemption and two faults. */
  public static final Bounds ALL = new Bounds(List.of(2, 2, 1));

  /** One preemption and one fault. */
  public static final Bounds BUILD = new Bounds(List.of(1, 1));

  /** Copies and checks the numbers. */
  public Bounds {
    preemptions = List.copyOf(preemptions);
    for (int i = 1; i < preemptions.size(); i++) {
      if (preemptions.get(i) > preemptions.get(i - 1)) {
        throw new IllegalArgumentException("a schedule's beginnings have to be within the bounds");
      }
    }
  }

  /** What may happen next in a schedule. */
  Set<Choice> beyond(Schedule schedule) {
    Set<Choice> within = EnumSet.noneOf(Choice.class);
    for (Choice choice : Choice.values()) {
      int faults = schedule.faults() + (choice.isFault() ? 1 : 0);
      int preempted = schedule.preemptions() + (choice.isFault() ? 0 : 1);
      if (faults < preemptions.size() && preempted <= preemptions.get(faults)) {
        within.add(choice);
      }
    }
    return within;
  }
}
