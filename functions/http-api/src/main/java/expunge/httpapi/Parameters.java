package expunge.httpapi;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the parameters of a query. A getter that finds a problem notes it and answers as if the
 * parameter were not there; {@link #refusal} then tells all problems at once. A blank parameter, as
 * an empty field of a form sends it, counts as none.
 */
final class Parameters {
  private final Map<String, String> query;
  private final List<ParameterProblem> problems = new ArrayList<>();

  Parameters(Map<String, String> query) {
    this.query = query;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  Optional<String> text(String name, int longest) {
    Optional<String> given = text(name);
    if (given.filter(value -> value.length() > longest).isPresent()) {
      String detail = "is longer than " + longest + " characters";
      problems.add(new ParameterProblem(name, detail, null));
    }
    return given;
  }

  Optional<String> oneOf(String name, List<String> accepted) {
    Optional<String> given = text(name);
    if (given.isPresent() && !accepted.contains(given.get())) {
      String detail = "has to be one of " + String.join(", ", accepted);
      problems.add(new ParameterProblem(name, detail, accepted));
      return Optional.empty();
    }
    return given;
  }

  /** The dataset that a parameter names; the default one where it is missing. */
  Dataset dataset(Datasets datasets) {
    return oneOf("dataset", datasets.names())
        .flatMap(datasets::find)
        .orElseGet(datasets::defaultDataset);
  }

  int integer(String name, int fallback, int least, int most) {
    Optional<String> given = text(name);
    Optional<Integer> number =
        given.flatMap(Parameters::integer).filter(value -> value >= least && value <= most);
    if (given.isPresent() && number.isEmpty()) {
      String detail = "has to be a whole number from " + least + " to " + most;
      problems.add(new ParameterProblem(name, detail, null));
    }
    return number.orElse(fallback);
  }

  void problem(String name, String detail) {
    problems.add(new ParameterProblem(name, detail, null));
  }

  /** Empty where no getter found a problem. */
  Optional<ApiResponse> refusal() {
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(Problems.invalidParameters(problems));
  }

  private static Optional<Integer> integer(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }
}
