package expunge.simulator.sequence;

import expunge.item.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Values that never show themselves, as they are, and what has no order, in one. */
final class Shown {
  private Shown() {}

  static String item(Map<String, Value> item) {
    Map<String, String> shown = new TreeMap<>();
    item.forEach((name, value) -> shown.put(name, value(value)));
    return shown.toString();
  }

  static <T> List<String> sorted(Collection<T> all, Function<T, String> one) {
    return all.stream().map(one).sorted().toList();
  }

  private static String value(Value value) {
    return switch (value) {
      case Value.Text(String text) -> '"' + text + '"';
      case Value.Numeric(String number) -> number;
      case Value.Flag(boolean isTrue) -> String.valueOf(isTrue);
      case Value.Several _, Value.Bytes _, Value.Other _ -> "…";
    };
  }
}
