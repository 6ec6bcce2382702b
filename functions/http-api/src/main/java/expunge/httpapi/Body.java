package expunge.httpapi;

import expunge.json.JsonText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the body of a call, one JSON object. A getter that finds a problem notes it and answers
 * with something of the right type; {@link #refusal} then tells all problems at once, none of which
 * quotes a value. A member that no getter asked for is a problem too: a misspelt one would count as
 * none.
 */
final class Body {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]{1,40}");

  private final Map<?, ?> members;
  private final String path;
  private final Set<String> known = new HashSet<>();
  private final List<Body> inner = new ArrayList<>();
  private final List<ParameterProblem> problems;

  private Body(Map<?, ?> members, String path, List<ParameterProblem> problems) {
    this.members = members;
    this.path = path;
    this.problems = problems;
  }

  static Body of(String text) {
    SequencedSet<String> repeated = new LinkedHashSet<>();
    Optional<Map<?, ?>> object =
        JsonText.read(text, repeated)
            .filter(values -> values.getFirst() instanceof Map<?, ?>)
            .map(values -> (Map<?, ?>) values.getFirst());
    Body body = new Body(object.orElse(Map.of()), "", new ArrayList<>());
    if (object.isEmpty()) {
      body.problem("body", "has to be a JSON object");
    }
    if (!repeated.isEmpty()) {
      body.problem("body", "has a member twice");
    }
    return body;
  }

  /** A text that has to be there. */
  String text(String name, int longest) {
    if (!members.containsKey(name)) {
      problem(name, "is missing");
    }
    return optionalText(name, longest).orElse("");
  }

  Optional<String> optionalText(String name, int longest) {
    Optional<String> text = optionalText(name);
    if (text.filter(one -> one.length() > longest).isPresent()) {
      problem(name, "is longer than " + longest + " characters");
    }
    return text;
  }

  Optional<String> oneOf(String name, List<String> accepted) {
    Optional<String> given = optionalText(name);
    if (given.isPresent() && !accepted.contains(given.get())) {
      String detail = "has to be one of " + String.join(", ", accepted);
      problems.add(new ParameterProblem(path + name, detail, accepted));
      return Optional.empty();
    }
    return given;
  }

  /** As {@link #oneOf}, of a text that has to be there. */
  String neededOneOf(String name, List<String> accepted) {
    Optional<String> given = oneOf(name, accepted);
    if (!members.containsKey(name)) {
      problem(name, "is missing");
    }
    return given.orElse("");
  }

  /** A whole number. */
  Optional<Integer> number(String name, int least, int most) {
    known.add(name);
    if (!members.containsKey(name)) {
      return Optional.empty();
    }
    if (members.get(name) instanceof BigDecimal number && isWhole(number, least, most)) {
      return Optional.of(number.intValueExact());
    }
    problem(name, "has to be a whole number from " + least + " to " + most);
    return Optional.empty();
  }

  /** A time, to the millisecond. */
  Optional<Instant> time(String name) {
    try {
      return optionalText(name)
          .map(OffsetDateTime::parse)
          .map(time -> time.toInstant().truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException noTime) {
      problem(name, "has to be a time such as 2026-12-31T00:00:00Z");
      return Optional.empty();
    }
  }

  /** 1 to {@code most} texts. */
  List<String> texts(String name, int most) {
    known.add(name);
    if (members.get(name) instanceof List<?> list
        && !list.isEmpty()
        && list.size() <= most
        && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String::valueOf).toList();
    }
    problem(name, "has to be a list of 1 to " + most + " texts");
    return List.of();
  }

  /** A member that is an object of its own; empty where it is not there. */
  Optional<Body> object(String name) {
    known.add(name);
    if (!members.containsKey(name)) {
      return Optional.empty();
    }
    if (members.get(name) instanceof Map<?, ?> object) {
      inner.add(new Body(object, path + name + ".", problems));
      return Optional.of(inner.getLast());
    }
    problem(name, "has to be an object");
    return Optional.empty();
  }

  private static boolean isWhole(BigDecimal number, int least, int most) {
    return number.compareTo(BigDecimal.valueOf(least)) >= 0
        && number.compareTo(BigDecimal.valueOf(most)) <= 0
        && number.stripTrailingZeros().scale() <= 0;
  }

  /** Whether a member is there and true; nothing else but false counts as no. */
  boolean flag(String name) {
    known.add(name);
    Object given = members.get(name);
    if (members.containsKey(name) && !(given instanceof Boolean)) {
      problem(name, "has to be true or false");
    }
    return Boolean.TRUE.equals(given);
  }

  void problem(String name, String detail) {
    problems.add(new ParameterProblem(path + name, detail, null));
  }

  /** Empty where nothing is wrong, here and in the objects within. */
  Optional<ApiResponse> refusal() {
    noteUnknown();
    return problems.isEmpty() ? Optional.empty() : Optional.of(Problems.invalidBody(problems));
  }

  private void noteUnknown() {
    members.keySet().stream()
        .map(String::valueOf)
        .filter(name -> !known.contains(name))
        .forEach(name -> problem(nameable(name), "is unknown; this call knows " + known()));
    inner.forEach(Body::noteUnknown);
  }

  /** Who puts an identifier where a name belongs is not quoted. */
  private static String nameable(String name) {
    return WORD.matcher(name).matches() ? name : "body";
  }

  private String known() {
    return String.join(", ", known.stream().sorted().toList());
  }

  /** A text that may be missing, but not blank. */
  Optional<String> optionalText(String name) {
    known.add(name);
    if (!members.containsKey(name)) {
      return Optional.empty();
    }
    if (members.get(name) instanceof String text && !text.isBlank()) {
      return Optional.of(text);
    }
    problem(name, "has to be a text that is not blank");
    return Optional.empty();
  }
}
