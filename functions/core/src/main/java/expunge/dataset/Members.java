package expunge.dataset;

import expunge.item.Value;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/**
 * The single values of one object of the declaration, which is at its path. A getter that finds a
 * problem notes it and answers with something of the right type, so that one reading finds all
 * problems.
 */
sealed class Members permits Section {
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final String path;
  private final Map<?, ?> json;
  private final SequencedSet<String> problems;
  private final Set<String> known = new HashSet<>();

  Members(String path, Map<?, ?> json, SequencedSet<String> problems) {
    this.path = path;
    this.json = json;
    this.problems = problems;
  }

  /** Where there is none, the problem is noted, and the path stands in: a text unlike others. */
  final String text(String member) {
    return optionalText(member).orElseGet(() -> missing(member));
  }

  /** Empty where the member is not there, or no text. */
  final Optional<String> optionalText(String member) {
    if (!has(member)) {
      return Optional.empty();
    }
    if (json.get(member) instanceof String text && !text.isBlank()) {
      return Optional.of(text);
    }
    problem(member, "has to be a text that is not blank");
    return Optional.empty();
  }

  final OptionalInt positive(String member) {
    if (!has(member)) {
      return OptionalInt.empty();
    }
    if (json.get(member) instanceof BigDecimal number
        && number.signum() > 0
        && number.compareTo(MOST) <= 0
        && number.stripTrailingZeros().scale() <= 0) {
      return OptionalInt.of(number.intValue());
    }
    problem(member, "has to be a whole number of at least 1");
    return OptionalInt.empty();
  }

  /** As {@link #text}, of an attribute's name. */
  final String attribute(String member) {
    return optionalAttribute(member).orElseGet(() -> missing(member));
  }

  /** A text that names an attribute; empty where there is none. */
  final Optional<String> optionalAttribute(String member) {
    Optional<String> name = optionalText(member);
    name.ifPresent(text -> checkAttribute(member, text));
    return name;
  }

  /** Names of attributes, each once; none where the member is not there. */
  final List<String> attributes(String member) {
    if (!has(member)) {
      return List.of();
    }
    if (!(json.get(member) instanceof List<?> list)
        || !list.stream().allMatch(name -> name instanceof String text && !text.isBlank())) {
      problem(member, "has to be a list of names");
      return List.of();
    }
    List<String> names = list.stream().map(String::valueOf).distinct().toList();
    if (names.size() < list.size()) {
      problem(member, "names the same attribute twice");
    }
    names.forEach(name -> checkAttribute(member, name));
    return names;
  }

  /** Notes a name that can't stand in a statement. */
  final void checkAttribute(String member, String name) {
    DynamoRules.brokenByAttribute(name).ifPresent(problem -> problem(member, problem));
  }

  /** As {@link #text}, of a table's name. */
  final String table(String member) {
    return optionalResource(member, "a table").orElseGet(() -> missing(member));
  }

  /** The name of an index; empty where there is none. */
  final Optional<String> optionalIndex(String member) {
    return optionalResource(member, "an index");
  }

  private Optional<String> optionalResource(String member, String kind) {
    Optional<String> name = optionalText(member);
    name.flatMap(text -> DynamoRules.brokenByName(text, kind))
        .ifPresent(problem -> problem(member, problem));
    return name;
  }

  /** A text, a number or a flag; noted where it is none. */
  final Optional<Value> value(String member) {
    known.add(member);
    return switch (json.get(member)) {
      case String text -> Optional.of(new Value.Text(text));
      case BigDecimal number -> number(member, number);
      case Boolean flag -> Optional.of(new Value.Flag(flag));
      case null, default -> {
        problem(member, "has to be a text, a number, true or false");
        yield Optional.empty();
      }
    };
  }

  /** Never one that is out of range, whose plain form may have no end. */
  private Optional<Value> number(String member, BigDecimal number) {
    Optional<String> broken = DynamoRules.brokenByNumber(number);
    broken.ifPresent(problem -> problem(member, problem));
    return broken.isEmpty() ? Optional.of(new Value.Numeric(number.toString())) : Optional.empty();
  }

  final boolean flag(String member) {
    if (has(member) && !(json.get(member) instanceof Boolean)) {
      problem(member, "has to be true or false");
    }
    return Boolean.TRUE.equals(json.get(member));
  }

  /** The word's meaning; noted, and the first one, where there is no such word. */
  final <T> T oneOf(String member, SequencedMap<String, T> meanings) {
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

  /** Whether it is there, of whatever kind; from now on it is known. */
  final boolean has(String member) {
    known.add(member);
    return json.containsKey(member);
  }

  /** The names of its members. */
  final List<String> names() {
    return json.keySet().stream().map(String::valueOf).toList();
  }

  /** Notes those of the members that are there. */
  final void refuse(List<String> members, String problem) {
    members.stream().filter(this::has).forEach(member -> problem(member, problem));
  }

  /** Notes every member that nobody asked for: a misspelt one must not be ignored. */
  final void refuseTheRest() {
    names().stream()
        .filter(member -> !known.contains(member))
        .forEach(member -> problem(member, "unknown"));
  }

  final void problem(String problem) {
    problems.add((path.isEmpty() ? "the document" : path) + ": " + problem);
  }

  final void problem(String member, String problem) {
    problems.add(at(member) + ": " + problem);
  }

  final String at(String member) {
    return path.isEmpty() ? member : path + "." + member;
  }

  /** Notes it where nothing is there at all; what is there and wrong was noted before. */
  final String missing(String member) {
    if (!has(member)) {
      problem(member, "missing");
    }
    return at(member);
  }
}
