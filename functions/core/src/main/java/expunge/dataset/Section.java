package expunge.dataset;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One object of the declaration: its single values, and the objects and lists in it. */
final class Section extends Members {
  private final String name;
  private final Map<?, ?> json;
  private final SequencedSet<String> problems;

  private Section(String name, String path, Map<?, ?> json, SequencedSet<String> problems) {
    super(path, json, problems);
    this.name = name;
    this.json = json;
    this.problems = problems;
  }

  static Section document(@Nullable Object json, SequencedSet<String> problems) {
    return of("", "", json, problems);
  }

  /** The last step of its path. */
  String name() {
    return name;
  }

  /** The object, if it is there. */
  Optional<Section> optionalSection(String member) {
    return has(member) ? Optional.of(section(member)) : Optional.empty();
  }

  Section section(String member) {
    if (!has(member)) {
      return unusable(member, missing(member));
    }
    return of(member, at(member), json.get(member), problems);
  }

  /** Every member, each of which has to be an object. */
  Stream<Section> sections() {
    return names().stream().map(this::section);
  }

  /** The objects of a list; none where the member is not there. */
  Stream<Section> list(String member) {
    if (!has(member)) {
      return Stream.empty();
    }
    if (json.get(member) instanceof List<?> list) {
      return IntStream.range(0, list.size())
          .mapToObj(i -> of(member, at(member) + "[" + i + "]", list.get(i), problems));
    }
    problem(member, "has to be a list");
    return Stream.empty();
  }

  private static Section of(
      String name, String path, @Nullable Object json, SequencedSet<String> problems) {
    if (json instanceof Map<?, ?> members) {
      return new Section(name, path, members, problems);
    }
    problems.add((path.isEmpty() ? "the document" : path) + ": has to be an object");
    return unusable(name, path);
  }

  /** Keeps its problems to itself, since all of them follow from the one that was noted. */
  private static Section unusable(String name, String path) {
    return new Section(name, path, Map.of(), new LinkedHashSet<>());
  }
}
