package expunge.dataset;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The members that the schema knows, by their paths as in {@link MembersAsked}. */
final class SchemaMembers {
  private static final String REFERENCE = "#/$defs/";

  private final Map<?, ?> definitions;
  private final Set<String> paths = new TreeSet<>();

  private SchemaMembers(Map<?, ?> definitions) {
    this.definitions = definitions;
  }

  static Set<String> of(Map<?, ?> schema) {
    SchemaMembers members = new SchemaMembers(object(schema.get("$defs")));
    members.walk("", schema);
    return members.paths;
  }

  private void walk(String path, @Nullable Object node) {
    Map<?, ?> schema = object(node);
    if (schema.get("$ref") instanceof String reference) {
      walk(path, definitions.get(reference.substring(REFERENCE.length())));
    }
    if (schema.get("allOf") instanceof List<?> all) {
      all.forEach(one -> walk(path, one));
    }
    if (schema.get("items") instanceof Map<?, ?> items) {
      walk(path + "[]", items);
    }
    if (schema.get("additionalProperties") instanceof Map<?, ?> any) {
      member(path, "*", any);
    }
    object(schema.get("properties"))
        .forEach((name, member) -> member(path, String.valueOf(name), member));
  }

  private void member(String path, String name, @Nullable Object member) {
    String at = path.isEmpty() ? name : path + "." + name;
    paths.add(at);
    walk(at, member);
  }

  private static Map<?, ?> object(@Nullable Object node) {
    return node instanceof Map<?, ?> map ? map : Map.of();
  }
}
