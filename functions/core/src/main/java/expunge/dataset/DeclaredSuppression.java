package expunge.dataset;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads where a dataset keeps its suppression list. Several datasets may share a table, since an
 * entry's id is made of its dataset's name too.
 */
final class DeclaredSuppression {
  private static final int KEEP_DAYS = 3_650;

  /** DynamoDB's limit of 100 writes in a transaction, less the profile and its key. */
  private static final int MOST_REMEMBERED = 98;

  private DeclaredSuppression() {}

  static Optional<Suppression> list(Section dataset, List<Identifier> others) {
    Optional<Suppression> list =
        dataset.optionalSection("suppression").map(DeclaredSuppression::list);
    if (list.isPresent() && others.size() > MOST_REMEMBERED) {
      dataset.problem(
          "suppression", "remembers " + MOST_REMEMBERED + " identifiers beside the key at most");
    }
    return list;
  }

  private static Suppression list(Section declared) {
    Suppression suppression =
        new Suppression(
            declared.table("table"),
            Duration.ofDays(declared.positive("keepDays").orElse(KEEP_DAYS)));
    declared.refuseTheRest();
    return suppression;
  }
}
