package expunge.balance;

import java.util.Locale;

/** What became of a row. Every row of a finished task has exactly one. */
public enum Outcome {
  /** This task found the profile, and a delete of exactly its key was acknowledged. */
  DELETED,
  /** No profile had an identifier of the row when its batch was planned, and now one does. */
  CREATED,
  /** The profile that has the identifiers of the row took over what the row says. */
  UPDATED,
  /** Somebody who was known by an identifier of the row has been deleted, and stays so. */
  SUPPRESSED,
  /** No profile had this identifier when the row's batch was planned. */
  NOT_FOUND,
  /** An earlier row of the same file has the same identifier. */
  DUPLICATE,
  /** The value can't be an identifier of the declared kind. */
  INVALID,
  /** Several profiles match, and the dataset forbids to choose. */
  AMBIGUOUS,
  /** The profile is marked as protected. */
  PROTECTED,
  /** The profile is still there, and the system has given up. */
  FAILED,
  /** The task was cancelled before this row's batch was planned. */
  CANCELLED;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in reports, records and JSON, such as {@code not_found}. */
  public String word() {
    return word;
  }

  /** Whether a single such row makes a task end as {@code COMPLETED_WITH_ERRORS}. */
  public boolean isError() {
    return this == INVALID || this == AMBIGUOUS || this == FAILED;
  }
}
