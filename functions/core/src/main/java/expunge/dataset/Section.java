package expunge.dataset;

import expunge.item.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One object of the declaration at its path. A getter that finds a problem notes it and answers
 * with something of the right type, so that one reading finds all problems.
 */
final class Section {
  private static final int LONGEST_ATTRIBUTE = 255;

  private final String name;
  private final String path;
  private final Map<?, ?> members;
  private final List<String> problems;
  private final Set<String> known = new HashSet<>();

  private Section(String name, String path, Map<?, ?> members, List<String> problems) {
    this.name = name;
    this.path = path;
    this.members = members;
    this.problems = problems;
  }

  static Section document(Object json, List<String> problems) {
    return of("", "", json, problems);
  }

  /** The last step of its path. */
  String name() {
    return name;
  }

  /** Where there is none, the problem is noted, and the path stands in: a text unlike others. */
  String text(String member) {
    return optionalText(member)
        .orElseGet(
            () -> {
              if (!members.containsKey(member)) {
                problem(member, "missing");
              }
              return at(member);
            });
  }

  /** Empty where the member is not there, or no text. */
  Optional<String> optionalText(String member) {
    known.add(member);
    if (!members.containsKey(member)) {
      return Optional.empty();
    }
    if (members.get(member) instanceof String text && !text.isBlank()) {
      return Optional.of(text);
    }
    problem(member, "has to be a text that is not blank");
    return Optional.empty();
  }

  OptionalInt positive(String member) {
    known.add(member);
    if (!members.containsKey(member)) {
      return OptionalInt.empty();
    }
    if (members.get(member) instanceof Number number
        && number.doubleValue() == number.intValue()
        && number.intValue() > 0) {
      return OptionalInt.of(number.intValue());
    }
    problem(member, "has to be a whole number of at least 1");
    return OptionalInt.empty();
  }

  /** A text that names an attribute; empty where there is none. */
  Optional<String> optionalAttribute(String member) {
    Optional<String> name = optionalText(member);
    name.filter(text -> text.contains("\"") || text.length() > LONGEST_ATTRIBUTE)
        .ifPresent(
            text -> problem(member, "is no name of an attribute: a quote, or over 255 characters"));
    return name;
  }

  /** As {@link #text}, of an attribute's name. */
  String attribute(String member) {
    return optionalAttribute(member).orElseGet(() -> text(member));
  }

  /** Names of attributes, each once; none where the member is not there. */
  List<String> attributes(String member) {
    known.add(member);
    if (!members.containsKey(member)) {
      return List.of();
    }
    if (!(members.get(member) instanceof List<?> list)
        || !list.stream().allMatch(name -> name instanceof String text && !text.isBlank())) {
      problem(member, "has to be a list of names");
      return List.of();
    }
    List<String> names = list.stream().map(String::valueOf).toList();
    if (names.stream().distinct().count() < names.size()) {
      problem(member, "names the same attribute twice");
    }
    return names.stream().distinct().toList();
  }

  /** A text, a number or a flag; noted where it is none. */
  Optional<Value> value(String member) {
    known.add(member);
    Optional<Value> value =
        switch (members.get(member)) {
          case String text -> Optional.of(new Value.Text(text));
          case Number number -> Optional.of(new Value.Numeric(number.toString()));
          case Boolean flag -> Optional.of(new Value.Flag(flag));
          case null, default -> Optional.empty();
        };
    if (value.isEmpty()) {
      problem(member, "has to be a text, a number, true or false");
    }
    return value;
  }

  boolean flag(String member) {
    known.add(member);
    if (members.containsKey(member) && !(members.get(member) instanceof Boolean)) {
      problem(member, "has to be true or false");
    }
    return Boolean.TRUE.equals(members.get(member));
  }

  /** The word's meaning; noted, and the first one, where there is no such word. */
  <T> T oneOf(String member, SequencedMap<String, T> meanings) {
    String word = optionalText(member).orElse(meanings.firstEntry().getKey());
    T meaning = meanings.get(word);
    if (meaning == null) {
      problem(member, "has to be " + listed(meanings.sequencedKeySet()));
      return meanings.firstEntry().getValue();
    }
    return meaning;
  }

  private static String listed(SequencedSet<String> words) {
    String all = String.join(", ", words);
    int last = all.lastIndexOf(", ");
    return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
  }

  /** The object, if it is there. */
  Optional<Section> optionalSection(String member) {
    known.add(member);
    return members.containsKey(member) ? Optional.of(section(member)) : Optional.empty();
  }

  /** The names of its members. */
  List<String> names() {
    return members.keySet().stream().map(String::valueOf).toList();
  }

  Section section(String member) {
    known.add(member);
    if (!members.containsKey(member)) {
      problem(member, "missing");
      return unusable(member, at(member));
    }
    return of(member, at(member), members.get(member), problems);
  }

  /** Every member, each of which has to be an object. */
  Stream<Section> sections() {
    return members.keySet().stream().map(member -> section(String.valueOf(member)));
  }

  /** The objects of a list; none where the member is not there. */
  Stream<Section> list(String member) {
    known.add(member);
    if (!members.containsKey(member)) {
      return Stream.empty();
    }
    if (members.get(member) instanceof List<?> list) {
      return IntStream.range(0, list.size())
          .mapToObj(i -> of(member, at(member) + "[" + i + "]", list.get(i), problems));
    }
    problem(member, "has to be a list");
    return Stream.empty();
  }

  /** Notes every member that nobody asked for: a misspelt one must not be ignored. */
  void refuseTheRest() {
    members.keySet().stream()
        .map(String::valueOf)
        .filter(member -> !known.contains(member))
        .forEach(member -> problem(member, "unknown"));
  }

  void problem(String problem) {
    problems.add((path.isEmpty() ? "the document" : path) + ": " + problem);
  }

  void problem(String member, String problem) {
    problems.add(at(member) + ": " + problem);
  }

  private String at(String member) {
    return path.isEmpty() ? member : path + "." + member;
  }

  private static Section of(
      String name, String path, @Nullable Object json, List<String> problems) {
    if (json instanceof Map<?, ?> members) {
      return new Section(name, path, members, problems);
    }
    problems.add((path.isEmpty() ? "the document" : path) + ": has to be an object");
    return unusable(name, path);
  }

  /** Keeps its problems to itself, since all of them follow from the one that was noted. */
  private static Section unusable(String name, String path) {
    return new Section(name, path, Map.of(), new ArrayList<>());
  }
}
