package expunge.simulator.sequence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Holds two implementations of a port against each other. */
public final class Comparison<P> {
  private final Steps<P> steps;
  private final Supplier<Pair<P>> fresh;

  /** Two implementations, of which one is known. */
  public record Pair<P>(P one, P other) {}

  private final Map<String, Set<String>> answers = new TreeMap<>();

  private record Difference<P>(Step<P> step, String one, String other) {}

  /**
   * With the steps to choose from.
   *
   * @param fresh makes a pair in which there is nothing yet
   */
  public Comparison(Steps<P> steps, Supplier<Pair<P>> fresh) {
    this.steps = steps;
    this.fresh = fresh;
  }

  /**
   * Runs so many steps on a fresh pair.
   *
   * @throws AssertionError where the two differ, with the seed and the steps that it takes
   */
  public void check(long seed, int count) {
    List<Step<P>> sequence = sequence(seed, count);
    Optional<Difference<P>> difference = difference(sequence);
    if (difference.isPresent()) {
      List<Step<P>> shortened = shortened(sequence);
      throw new AssertionError(told(seed, shortened, difference(shortened).or(() -> difference)));
    }
  }

  /**
   * The kinds of steps that have always been answered alike, although they can be answered
   * otherwise: nothing was tried with them so far.
   */
  public Set<String> untried() {
    Set<String> untried = new TreeSet<>();
    answers.forEach(
        (kind, seen) -> {
          if (seen.size() == 1 && !seen.contains(Step.DONE)) {
            untried.add(kind);
          }
        });
    return untried;
  }

  private List<Step<P>> sequence(long seed, int count) {
    Random random = new Random(seed);
    List<Step<P>> sequence = new ArrayList<>(steps.first(random));
    while (sequence.size() < count) {
      sequence.add(steps.next(random));
    }
    return sequence;
  }

  private Optional<Difference<P>> difference(List<Step<P>> sequence) {
    Pair<P> pair = fresh.get();
    Side<P> one = new Side<>(pair.one());
    Side<P> other = new Side<>(pair.other());
    List<Step<P>> all = new ArrayList<>(sequence);
    all.addAll(steps.last());
    for (Step<P> step : all) {
      String answer = step.answer(one);
      String another = step.answer(other);
      answers.computeIfAbsent(step.kind(), _ -> new HashSet<>()).add(answer);
      if (!answer.equals(another)) {
        return Optional.of(new Difference<>(step, answer, another));
      }
    }
    return Optional.empty();
  }

  /** Drops runs of steps without which there is a difference still, long runs first. */
  private List<Step<P>> shortened(List<Step<P>> sequence) {
    List<Step<P>> left = new ArrayList<>(sequence);
    for (int run = Math.max(1, left.size() / 2); run >= 1; run /= 2) {
      for (int from = left.size() - run; from >= 0; from -= run) {
        List<Step<P>> fewer = new ArrayList<>(left);
        fewer.subList(from, from + run).clear();
        if (difference(fewer).isPresent()) {
          left = fewer;
        }
      }
    }
    return left;
  }

  private String told(long seed, List<Step<P>> sequence, Optional<Difference<P>> difference) {
    StringBuilder text = new StringBuilder("seed " + seed + ":\n");
    sequence.forEach(step -> text.append("  ").append(step).append('\n'));
    difference.ifPresent(
        found ->
            text.append("then ")
                .append(found.step())
                .append(" answers\n  ")
                .append(found.one())
                .append("\nand\n  ")
                .append(found.other()));
    return text.toString();
  }
}
