package expunge.simulator.exhaustive;

import expunge.simulator.exhaustive.Choice.Family;
import expunge.simulator.exhaustive.Replay.Outcome;
import expunge.simulator.scenario.Scenario.Call;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many schedules of each kind ran, and which of them broke a promise. */
public final class Census {
  private static final String NOBODY = "nobody calls";

  private final NavigableMap<String, Counts> variants =
      new TreeMap<>(
          Comparator.comparing((String name) -> !name.equals(NOBODY))
              .thenComparing(Comparator.naturalOrder()));
  private final List<Outcome> failed = new ArrayList<>();

  /** How many schedules a variant has: of each family, by their preemptions. */
  private static final class Counts {
    private final Map<Family, NavigableMap<Integer, Long>> byFamily = new EnumMap<>(Family.class);

    void add(Family family, int preemptions, long count) {
      byFamily.computeIfAbsent(family, _ -> new TreeMap<>()).merge(preemptions, count, Long::sum);
    }

    void add(Counts other) {
      other.byFamily.forEach(
          (family, row) -> row.forEach((number, count) -> add(family, number, count)));
    }

    long sum() {
      return byFamily.values().stream()
          .flatMap(row -> row.values().stream())
          .mapToLong(Long::longValue)
          .sum();
    }

    int most() {
      return byFamily.values().stream().mapToInt(NavigableMap::lastKey).max().orElse(0);
    }
  }

  void add(Outcome outcome) {
    Schedule schedule = outcome.schedule();
    counts(name(schedule.calls())).add(schedule.family(), schedule.preemptions(), 1);
    if (!outcome.violations().isEmpty()) {
      failed.add(outcome);
    }
  }

  void add(Census other) {
    other.variants.forEach((name, counts) -> counts(name).add(counts));
    failed.addAll(other.failed);
  }

  private Counts counts(String variant) {
    return variants.computeIfAbsent(variant, _ -> new Counts());
  }

  private static String name(List<Call> calls) {
    return calls.isEmpty()
        ? NOBODY
        : calls.stream()
            .map(call -> call.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", then "));
  }

  /** How many ran. */
  public long schedules() {
    return variants.values().stream().mapToLong(Counts::sum).sum();
  }

  /** Those that broke a promise, the shortest first. */
  public List<Outcome> failed() {
    return failed.stream().sorted(Comparator.comparingInt(Census::length)).toList();
  }

  private static int length(Outcome outcome) {
    return outcome.schedule().steps().size();
  }

  /**
   * A block for each variant, with a line for each kind of fault: how many had no preemption, one,
   * two.
   */
  @Override
  public String toString() {
    int most = variants.values().stream().mapToInt(Counts::most).max().orElse(0);
    StringBuilder text = new StringBuilder("%-24s".formatted("preemptions"));
    for (int number = 0; number <= most; number++) {
      text.append("%12d".formatted(number));
    }
    variants.forEach((name, counts) -> append(text, name, counts));
    return text.toString();
  }

  private static void append(StringBuilder text, String name, Counts counts) {
    text.append("%n%s: %,d schedules".formatted(name, counts.sum()));
    counts.byFamily.forEach(
        (family, row) -> {
          text.append("%n  %-22s".formatted(family.label()));
          for (int number = 0; number <= row.lastKey(); number++) {
            text.append("%,12d".formatted(row.getOrDefault(number, 0L)));
          }
        });
  }
}
