package expunge.simulator.check;

import expunge.item.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What items of a market's tables say. */
final class Items {
  private Items() {}

  /** The text of an attribute; empty text where there is none. */
  static String text(Map<String, Value> item, String name) {
    return item.get(name) instanceof Value.Text(String text) ? text : "";
  }

  /** The lines that a record of a feed remembers. */
  static Set<Integer> lines(Optional<Map<String, Value>> record) {
    Set<Integer> lines = new HashSet<>();
    if (record.map(item -> item.get("lines")).orElse(null)
        instanceof Value.Several(List<Value> all)) {
      all.forEach(line -> line.asText().map(Integer::valueOf).ifPresent(lines::add));
    }
    return lines;
  }

  /** Whether a mark keeps everybody off. */
  static boolean isMarked(Map<String, Value> item, String name) {
    return item.containsKey(name) && !new Value.Flag(false).equals(item.get(name));
  }

  /** What a row makes of a profile. */
  static Map<String, Value> written(Map<String, Value> before, String key, CustomerTruth.Row row) {
    Map<String, Value> after = new HashMap<>(before);
    Stream.of(row.identifiers(), row.attributes())
        .flatMap(some -> some.entrySet().stream())
        .forEach(cell -> after.put(cell.getKey(), value(cell.getKey(), cell.getValue())));
    after.put("id", new Value.Text(key));
    return after;
  }

  private static Value value(String name, String cell) {
    return name.equals("points") ? new Value.Numeric(cell) : new Value.Text(cell);
  }

  /** Whether a profile has an identifier of a row, be it its key. */
  static boolean has(Map<String, Value> profile, CustomerTruth.Row row) {
    return row.identifiers().entrySet().stream()
        .anyMatch(one -> new Value.Text(one.getValue()).equals(profile.get(one.getKey())));
  }
}
