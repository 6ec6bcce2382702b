package expunge.balance;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts of rows per outcome. Immutable; outcomes without a row count 0.
 *
 * @param counts no count is negative; copied
 */
public record Balance(Map<Outcome, Long> counts) {
  /** No row at all. */
  public static final Balance EMPTY = new Balance(Map.of());

  /**
   * @throws IllegalArgumentException if a count is negative
   */
  public Balance {
    EnumMap<Outcome, Long> all = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      long count = counts.getOrDefault(outcome, 0L);
      if (count < 0) {
        throw new IllegalArgumentException(outcome + " can't be counted as " + count);
      }
      all.put(outcome, count);
    }
    counts = Collections.unmodifiableMap(all);
  }

  /** How many rows had this outcome. */
  public long count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  /** How many rows have an outcome. */
  public long rows() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Both, added up. */
  public Balance plus(Balance other) {
    EnumMap<Outcome, Long> sum = new EnumMap<>(counts);
    other.counts.forEach((outcome, count) -> sum.merge(outcome, count, Long::sum));
    return new Balance(sum);
  }

  /** With {@code rows} more of this outcome. */
  public Balance plus(Outcome outcome, long rows) {
    return plus(new Balance(Map.of(outcome, rows)));
  }

  /** Whether some row went wrong: invalid, ambiguous or failed. */
  public boolean hasErrors() {
    return counts.entrySet().stream().anyMatch(e -> e.getKey().isError() && e.getValue() > 0);
  }
}
