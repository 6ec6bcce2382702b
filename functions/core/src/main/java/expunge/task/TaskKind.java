package expunge.task;

import expunge.balance.Outcome;
import java.util.Locale;

/** What a task does with the rows of its file. */
public enum TaskKind {
  /** Deletes the profiles that its file lists. */
  DELETION,
  /** Creates and updates the profiles that its file describes. */
  IMPORT;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in records and JSON, such as {@code deletion}. */
  public String word() {
    return word;
  }

  /** Whether rows of such a task can have this outcome. */
  public boolean hasRows(Outcome outcome) {
    return switch (outcome) {
      case DELETED, NOT_FOUND -> this == DELETION;
      case CREATED, UPDATED, SUPPRESSED -> this == IMPORT;
      case DUPLICATE, INVALID, AMBIGUOUS, PROTECTED, FAILED, CANCELLED -> true;
    };
  }
}
