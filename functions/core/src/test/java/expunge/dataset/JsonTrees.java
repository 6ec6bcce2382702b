package expunge.dataset;

import expunge.json.JsonText;
import io.avaje.jsonb.Jsonb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** JSON as maps and lists, and what can be made of it by changing one place. */
final class JsonTrees {
  private static final List<String> ODDITIES =
      List.of(
          "null",
          "7",
          "-1",
          "0.5",
          "1e400",
          "true",
          "\"\"",
          "\"x y\"",
          "\"a\\\"b\"",
          "[]",
          "[7]",
          "[\"a\", \"a\"]",
          "[[]]",
          "{}",
          "{\"x\": 1}",
          "{\"\": null}");

  private JsonTrees() {}

  static @Nullable Object read(String json) {
    return JsonText.read(json, new LinkedHashSet<>()).orElseThrow().getFirst();
  }

  static String write(@Nullable Object tree) {
    return Jsonb.instance().toJson(tree);
  }

  /** The tree with one place after the other replaced by something odd, left out, or added to. */
  static Stream<@Nullable Object> variants(@Nullable Object tree) {
    Stream<@Nullable Object> inside =
        switch (tree) {
          case Map<?, ?> members ->
              Stream.concat(
                  Stream.of(with(members, "unheard-of", 7)),
                  members.keySet().stream().flatMap(name -> variants(members, name)));
          case List<?> values ->
              Stream.iterate(0, i -> i < values.size(), i -> i + 1)
                  .flatMap(i -> variants(values.get(i)).map(other -> with(values, i, other)));
          case null, default -> Stream.empty();
        };
    return Stream.concat(ODDITIES.stream().map(JsonTrees::read), inside);
  }

  private static Stream<@Nullable Object> variants(Map<?, ?> members, Object name) {
    return Stream.concat(
        Stream.of(without(members, name)),
        variants(members.get(name)).map(other -> with(members, name, other)));
  }

  private static Map<Object, @Nullable Object> with(
      Map<?, ?> members, Object name, @Nullable Object value) {
    Map<Object, @Nullable Object> changed = new LinkedHashMap<>(members);
    changed.put(name, value);
    return changed;
  }

  private static Map<Object, @Nullable Object> without(Map<?, ?> members, Object name) {
    Map<Object, @Nullable Object> changed = new LinkedHashMap<>(members);
    changed.remove(name);
    return changed;
  }

  private static List<@Nullable Object> with(List<?> values, int place, @Nullable Object value) {
    List<@Nullable Object> changed = new ArrayList<>(values);
    changed.set(place, value);
    return changed;
  }
}
