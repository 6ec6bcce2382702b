package expunge.simulator.exhaustive;

import expunge.simulator.exhaustive.Choice.Family;
import expunge.simulator.exhaustive.Replay.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many schedules of each kind ran, and which of them broke a promise. */
public final class Census {
  private final Map<Family, SortedMap<Integer, Long>> counts = new EnumMap<>(Family.class);
  private final List<Outcome> failed = new ArrayList<>();

  void add(Outcome outcome) {
    add(outcome.schedule().family(), outcome.schedule().preemptions(), 1);
    if (!outcome.violations().isEmpty()) {
      failed.add(outcome);
    }
  }

  void add(Census other) {
    other.counts.forEach(
        (family, row) -> row.forEach((number, count) -> add(family, number, count)));
    failed.addAll(other.failed);
  }

  private void add(Family family, int preemptions, long count) {
    counts.computeIfAbsent(family, _ -> new TreeMap<>()).merge(preemptions, count, Long::sum);
  }

  /** How many ran. */
  public long schedules() {
    return counts.values().stream()
        .flatMap(row -> row.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Those that broke a promise, the shortest first. */
  public List<Outcome> failed() {
    return failed.stream()
        .sorted((one, other) -> Integer.compare(length(one), length(other)))
        .toList();
  }

  private static int length(Outcome outcome) {
    return outcome.schedule().steps().size();
  }

  /** A line for each kind of fault: how many had no preemption, one, two. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("%-16s%s".formatted("preemptions", header()));
    counts.forEach((family, row) -> text.append("%n%-16s%s".formatted(family.label(), line(row))));
    return text.toString();
  }

  private String header() {
    return columns().stream().map("%12d"::formatted).reduce("", String::concat);
  }

  private String line(SortedMap<Integer, Long> row) {
    return columns().stream()
        .map(number -> "%,12d".formatted(row.getOrDefault(number, 0L)))
        .reduce("", String::concat);
  }

  private List<Integer> columns() {
    return counts.values().stream()
        .flatMap(row -> row.keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
