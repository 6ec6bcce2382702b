package expunge.dataset;

import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which members the parser asks for while it reads a document, by their paths: {@code *} stands for
 * names that people choose, {@code []} for any place in a list.
 */
final class MembersAsked {
  private static final List<String> NAMED_BY_PEOPLE =
      List.of("datasets", "datasets.*.linked[].replace", "datasets.*.deletionTypes[].linked");

  private final Set<String> paths = new TreeSet<>();

  private MembersAsked() {}

  static Set<String> in(@Nullable Object document) {
    MembersAsked asked = new MembersAsked();
    var _ = new Declaration().of(asked.watched("", document));
    return asked.paths;
  }

  private @Nullable Object watched(String path, @Nullable Object json) {
    return switch (json) {
      case Map<?, ?> members -> new Watched(path, members);
      case List<?> values ->
          values.stream().map(value -> watched(path + "[]", value)).collect(Collectors.toList());
      case null, default -> json;
    };
  }

  /** The map of one object. */
  private final class Watched extends AbstractMap<Object, @Nullable Object> {
    private final Map<?, ?> members;
    private final UnaryOperator<String> path;

    Watched(String path, Map<?, ?> members) {
      this.members = members;
      String name = NAMED_BY_PEOPLE.contains(path) ? "*" : "";
      this.path = member -> (path.isEmpty() ? "" : path + ".") + (name.isEmpty() ? member : name);
    }

    @Override
    public boolean containsKey(@Nullable Object member) {
      paths.add(path.apply(String.valueOf(member)));
      return members.containsKey(member);
    }

    @Override
    public @Nullable Object get(@Nullable Object member) {
      String at = path.apply(String.valueOf(member));
      paths.add(at);
      return watched(at, members.get(member));
    }

    @Override
    public Set<Entry<Object, @Nullable Object>> entrySet() {
      return members.entrySet().stream()
          .map(entry -> new SimpleEntry<Object, @Nullable Object>(entry))
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
