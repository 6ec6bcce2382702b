package expunge.httpapi;

import expunge.criterion.Criterion;
import expunge.criterion.CriterionReading;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
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
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads the body of a call, one JSON object. A getter that finds a problem notes it and answers
 * with something of the right type; {@link #refusal} then tells all problems at once, none of which
 * quotes a value. A member that no getter asked for is a problem too: a misspelt one would count as
 * none.
 */
final class Body {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_-]{1,40}");

  private final String path;
  private final Map<?, ?> members;
  private final List<ParameterProblem> problems;
  private final Set<String> known = new HashSet<>();
  private final List<Body> parts = new ArrayList<>();

  private Body(String path, Map<?, ?> members, List<ParameterProblem> problems) {
    this.path = path;
    this.members = members;
    this.problems = problems;
  }

  static Body of(String text) {
    SequencedSet<String> repeated = new LinkedHashSet<>();
    Optional<Map<?, ?>> object = objectIn(text, repeated);
    Body body = new Body("", object.orElse(Map.of()), new ArrayList<>());
    if (object.isEmpty()) {
      body.problem("body", "has to be a JSON object");
    }
    if (!repeated.isEmpty()) {
      body.problem("body", "has a member twice");
    }
    return body;
  }

  /** Why a call that takes no members can't have this body; an empty object says nothing either. */
  static Optional<ApiResponse> none(String text) {
    return text.isBlank() ? Optional.empty() : of(text).refusal();
  }

  /**
   * The object that a text is, and nothing else.
   *
   * @param repeated told of each member that is there twice
   */
  static Optional<Map<?, ?>> objectIn(String text, SequencedSet<String> repeated) {
    return JsonText.read(text, repeated)
        .filter(values -> values.getFirst() instanceof Map<?, ?>)
        .map(values -> (Map<?, ?>) values.getFirst());
  }

  /** A text that has to be there. */
  String text(String name, int longest) {
    return present(name, optionalText(name, longest)).orElse("");
  }

  /** A text that may be missing. */
  Optional<String> optionalText(String name, int longest) {
    Optional<String> text = optionalText(name);
    if (text.filter(one -> one.length() > longest).isPresent()) {
      problem(name, "is longer than " + longest + " characters");
    }
    return text;
  }

  /**
   * A text that may be missing, and may be blank where that is allowed.
   *
   * @param rule what is allowed, for people
   */
  Optional<String> optionalText(String name, Predicate<String> allowed, String rule) {
    known.add(name);
    if (!members.containsKey(name)) {
      return Optional.empty();
    }
    if (members.get(name) instanceof String text && allowed.test(text)) {
      return Optional.of(text);
    }
    problem(name, "has to be " + rule);
    return Optional.empty();
  }

  /** As {@link #optionalText(String, Predicate, String)}, of a text that has to be there. */
  Optional<String> text(String name, Predicate<String> allowed, String rule) {
    return present(name, optionalText(name, allowed, rule));
  }

  /** One of these, which has to be there. */
  Optional<String> choice(String name, List<String> accepted) {
    return present(name, oneOf(name, accepted));
  }

  /** One of these, which may be missing. */
  Optional<String> oneOf(String name, List<String> accepted) {
    Optional<String> given = optionalText(name);
    if (given.isPresent() && !accepted.contains(given.get())) {
      String detail = "has to be one of " + String.join(", ", accepted);
      problems.add(new ParameterProblem(path + name, detail, accepted));
      return Optional.empty();
    }
    return given;
  }

  /** The dataset that a member names; the default one where it is missing. */
  Dataset dataset(Datasets datasets) {
    return oneOf("dataset", datasets.names())
        .flatMap(datasets::find)
        .orElseGet(datasets::defaultDataset);
  }

  /** A whole number that has to be there; where it is not, {@code least}. */
  long number(String name, long least, long most) {
    return present(name, optionalNumber(name, least, most)).orElse(least);
  }

  /** A whole number that may be missing. */
  Optional<Long> optionalNumber(String name, long least, long most) {
    known.add(name);
    if (!members.containsKey(name)) {
      return Optional.empty();
    }
    if (members.get(name) instanceof BigDecimal number
        && number.compareTo(BigDecimal.valueOf(least)) >= 0
        && number.compareTo(BigDecimal.valueOf(most)) <= 0
        && number.stripTrailingZeros().scale() <= 0) {
      return Optional.of(number.longValueExact());
    }
    problem(name, "has to be a whole number from " + least + " to " + most);
    return Optional.empty();
  }

  /** A time that may be missing, to the millisecond. */
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

  /** A flag that may be missing: then it is not set. */
  boolean flag(String name) {
    known.add(name);
    if (members.containsKey(name) && !(members.get(name) instanceof Boolean)) {
      problem(name, "has to be true or false");
    }
    return Boolean.TRUE.equals(members.get(name));
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

  /** A criterion, which has to be there. Relative dates in it are counted from {@code now}. */
  Optional<Criterion> criterion(String name, Instant now) {
    known.add(name);
    if (!members.containsKey(name)) {
      problem(name, "is missing");
      return Optional.empty();
    }
    CriterionReading reading = Criterion.read(members.get(name), now);
    reading.problems().forEach(one -> problem(one.pathFrom(name), one.detail()));
    return reading.criterion();
  }

  /** An object that has to be there. What is wrong in it is told with the rest. */
  Body object(String name) {
    return present(name, optionalObject(name))
        .orElseGet(() -> new Body(path, Map.of(), new ArrayList<>()));
  }

  /** An object that may be missing. What is wrong in it is told with the rest. */
  Optional<Body> optionalObject(String name) {
    known.add(name);
    if (!members.containsKey(name)) {
      return Optional.empty();
    }
    if (members.get(name) instanceof Map<?, ?> inner) {
      parts.add(new Body(path + name + ".", inner, problems));
      return Optional.of(parts.getLast());
    }
    problem(name, "has to be an object");
    return Optional.empty();
  }

  private Optional<String> optionalText(String name) {
    return optionalText(name, text -> !text.isBlank(), "a text that is not blank");
  }

  private <T> Optional<T> present(String name, Optional<T> value) {
    if (!members.containsKey(name)) {
      problem(name, "is missing");
    }
    return value;
  }

  void problem(String name, String detail) {
    problems.add(new ParameterProblem(path + name, detail, null));
  }

  /** Empty where nothing is wrong, here and in the objects within. */
  Optional<ApiResponse> refusal() {
    refuseUnknown();
    return problems.isEmpty() ? Optional.empty() : Optional.of(Problems.invalidBody(problems));
  }

  private void refuseUnknown() {
    String instead =
        known.isEmpty()
            ? "this call takes none"
            : "this call knows " + String.join(", ", known.stream().sorted().toList());
    members.keySet().stream()
        .map(String::valueOf)
        .filter(name -> !known.contains(name))
        .forEach(name -> problems.add(unknown(name, instead)));
    parts.forEach(Body::refuseUnknown);
  }

  /** Whether a member's name may be told: who puts an identifier there is not quoted. */
  static boolean isNameable(String name) {
    return WORD.matcher(name).matches();
  }

  private ParameterProblem unknown(String name, String instead) {
    return isNameable(name)
        ? new ParameterProblem(path + name, "is unknown; " + instead, null)
        : new ParameterProblem("body", "has an unknown member; " + instead, null);
  }
}
