package expunge.simulator.exhaustive;

import expunge.simulator.scenario.Scenario.Call;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How far schedules may stray.
 *
 * @param variants by what people do; nothing else is ever done by them
 */
public record Bounds(List<Variant> variants) {
  /**
   * Nobody calls: two preemptions and one fault, or one preemption and two faults. Somebody cancels
   * or pauses: two preemptions, or one and a fault. Somebody pauses and somebody resumes: one
   * preemption, or a fault. Somebody pauses and somebody cancels: one preemption.
   */
  public static final Bounds ALL =
      new Bounds(
          List.of(
              new Variant(List.of(), List.of(2, 2, 1)),
              new Variant(List.of(Call.CANCEL), List.of(2, 1)),
              new Variant(List.of(Call.PAUSE), List.of(2, 1)),
              new Variant(List.of(Call.PAUSE, Call.RESUME), List.of(1, 0)),
              new Variant(List.of(Call.PAUSE, Call.CANCEL), List.of(1))));

  /** What the build has time for. */
  public static final Bounds BUILD =
      new Bounds(
          List.of(
              new Variant(List.of(), List.of(1, 1)),
              new Variant(List.of(Call.CANCEL), List.of(1)),
              new Variant(List.of(Call.PAUSE), List.of(1)),
              new Variant(List.of(Call.PAUSE, Call.RESUME), List.of(0))));

  /** Copies the variants, and checks that they hold the beginnings of all their schedules. */
  public Bounds {
    variants = List.copyOf(variants);
    for (Variant variant : variants) {
      int calls = variant.calls.size();
      if (calls > 0 && !hold(variants, variant.calls.subList(0, calls - 1), variant)) {
        throw new IllegalArgumentException("a schedule's beginnings have to be within the bounds");
      }
    }
  }

  /** Where nobody calls. */
  public static Bounds ofPreemptions(List<Integer> preemptions) {
    return new Bounds(List.of(new Variant(List.of(), preemptions)));
  }

  /**
   * What may happen around calls of people.
   *
   * @param calls what they do, in order; at any moments
   * @param preemptions how many a schedule may have: the first number without a fault, the second
   *     with one, and so on; no number is greater than the one before it
   */
  public record Variant(List<Call> calls, List<Integer> preemptions) {
    /** Copies and checks the numbers. */
    public Variant {
      calls = List.copyOf(calls);
      preemptions = List.copyOf(preemptions);
      for (int i = 1; i < preemptions.size(); i++) {
        if (preemptions.get(i) > preemptions.get(i - 1)) {
          throw new IllegalArgumentException("more preemptions with one more fault");
        }
      }
    }

    boolean holds(int faults, int preempted) {
      return faults < preemptions.size() && preempted <= preemptions.get(faults);
    }

    boolean holds(Variant other) {
      for (int faults = 0; faults < other.preemptions.size(); faults++) {
        if (!holds(faults, other.preemptions.get(faults))) {
          return false;
        }
      }
      return true;
    }
  }

  private static boolean hold(List<Variant> variants, List<Call> calls, Variant further) {
    return variants.stream().anyMatch(one -> one.calls.equals(calls) && one.holds(further));
  }

  /** What may happen next in a schedule. */
  Set<Choice> beyond(Schedule schedule) {
    Set<Choice> within = EnumSet.noneOf(Choice.class);
    for (Choice choice : Choice.values()) {
      int faults = schedule.faults() + (choice.isFault() ? 1 : 0);
      int preempted = schedule.preemptions() + (choice == Choice.PREEMPT ? 1 : 0);
      List<Call> calls = new ArrayList<>(schedule.calls());
      choice.call().ifPresent(calls::add);
      if (holds(calls, faults, preempted)) {
        within.add(choice);
      }
    }
    return within;
  }

  private boolean holds(List<Call> calls, int faults, int preempted) {
    return variants.stream()
        .filter(variant -> variant.calls.equals(calls))
        .anyMatch(variant -> variant.holds(faults, preempted));
  }
}
