package expunge.local.cost;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calls of one operation for one table.
 *
 * @param items keys, statements or writes in all of them
 */
record Count(int requests, int items) {
  /** By operation and table, such as {@code Query mails}. */
  static Map<String, Count> of(List<Call> calls) {
    Map<String, Count> counts = new TreeMap<>();
    calls.forEach(
        call ->
            counts.merge(
                call.operation() + " " + call.table(), new Count(1, call.items()), Count::plus));
    return counts;
  }

  /** What the one has more than the other, which is nowhere more. */
  static Map<String, Count> difference(Map<String, Count> all, Map<String, Count> some) {
    Map<String, Count> more = new TreeMap<>(all);
    some.forEach((call, count) -> more.merge(call, count.times(-1), Count::plus));
    more.values().removeIf(new Count(0, 0)::equals);
    return more;
  }

  Count plus(Count other) {
    return new Count(requests + other.requests, items + other.items);
  }

  private Count times(int factor) {
    return new Count(factor * requests, factor * items);
  }
}
