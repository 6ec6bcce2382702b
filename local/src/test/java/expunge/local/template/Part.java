package expunge.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A map, a list or a value of a template, or what is absent from it. Going down from something
 * absent is fine and leads to something absent.
 */
record Part(@Nullable Object value) {
  private static final Part ABSENT = new Part(null);

  boolean isThere() {
    return value != null;
  }

  /** Down the path of members. */
  Part at(String... path) {
    Part here = this;
    for (String member : path) {
      here = here.map().getOrDefault(member, ABSENT);
    }
    return here;
  }

  /** The members in their order; none where it is no map. */
  Map<String, Part> map() {
    Map<String, Part> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.put(String.valueOf(name), new Part(member)));
    }
    return members;
  }

  /** The elements; a single value counts as a list of one, as it does in policies. */
  List<Part> list() {
    if (value instanceof List<?> list) {
      return list.stream().map(Part::new).toList();
    }
    return value == null ? List.of() : List.of(this);
  }

  /** The value as text; empty where it is absent. */
  String text() {
    return Objects.toString(value, "");
  }

  /** The value as a number; 0 where it is absent. */
  int number() {
    return isThere() ? Integer.parseInt(text()) : 0;
  }

  /** As {@link #text}, of each element. */
  List<String> texts() {
    return list().stream().map(Part::text).toList();
  }

  /** Whether this is a call of one of CloudFormation's functions. */
  boolean calls(String function) {
    return map().size() == 1 && at(function).isThere();
  }
}
