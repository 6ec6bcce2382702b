package expunge.httpapi;

import expunge.json.JsonText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Reads the body of a call, one JSON object. A getter that finds a problem notes it and answers
 * with something of the right type; {@link #refusal} then tells all problems at once, none of which
 * quotes a value. A member that no getter asked for is a problem too: a misspelt one would count as
 * none.
 */
final class Body {
  private final Map<?, ?> members;
  private final Set<String> known = new HashSet<>();
  private final List<ParameterProblem> problems = new ArrayList<>();

  private Body(Map<?, ?> members) {
    this.members = members;
  }

  static Body of(String text) {
    SequencedSet<String> repeated = new LinkedHashSet<>();
    Optional<Map<?, ?>> object =
        JsonText.read(text, repeated)
            .filter(values -> values.getFirst() instanceof Map<?, ?>)
            .map(values -> (Map<?, ?>) values.getFirst());
    Body body = new Body(object.orElse(Map.of()));
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
    Optional<String> text = optionalText(name);
    if (!members.containsKey(name)) {
      problem(name, "is missing");
    }
    if (text.filter(one -> one.length() > longest).isPresent()) {
      problem(name, "is longer than " + longest + " characters");
    }
    return text.orElse("");
  }

  Optional<String> oneOf(String name, List<String> accepted) {
    Optional<String> given = optionalText(name);
    if (given.isPresent() && !accepted.contains(given.get())) {
      String detail = "has to be one of " + String.join(", ", accepted);
      problems.add(new ParameterProblem(name, detail, accepted));
      return Optional.empty();
    }
    return given;
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

  void problem(String name, String detail) {
    problems.add(new ParameterProblem(name, detail, null));
  }

  /** Empty where nothing is wrong. */
  Optional<ApiResponse> refusal() {
    if (members.keySet().stream().anyMatch(name -> !known.contains(name))) {
      problem("body", "has a member that this call does not know; it knows " + known());
    }
    return problems.isEmpty() ? Optional.empty() : Optional.of(Problems.invalidBody(problems));
  }

  private String known() {
    return String.join(", ", known.stream().sorted().toList());
  }

  private Optional<String> optionalText(String name) {
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
