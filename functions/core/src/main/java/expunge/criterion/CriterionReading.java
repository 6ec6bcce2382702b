package expunge.criterion;

import java.util.List;
import java.util.Optional;

/**
 * What became of reading a criterion.
 *
 * @param criterion empty where there is a problem
 * @param problems all of them at once
 */
public record CriterionReading(Optional<Criterion> criterion, List<CriterionProblem> problems) {
  /** Copies the list. */
  public CriterionReading {
    problems = List.copyOf(problems);
  }
}
