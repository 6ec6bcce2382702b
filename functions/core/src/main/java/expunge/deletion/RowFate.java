package expunge.deletion;

import expunge.balance.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of the profiles that a row means, counted.
 *
 * @param changed those that no longer had the row's identifier
 * @param linkedLeft how many of the deleted left linked records behind
 */
record RowFate(int deleted, int failed, int held, int changed, int linkedLeft) {
  static final RowFate NONE = new RowFate(0, 0, 0, 0, 0);

  /** Of one profile; null where it was deleted. */
  static RowFate of(@Nullable Fate fate) {
    if (fate == null) {
      return new RowFate(1, 0, 0, 0, 0);
    }
    return switch (fate) {
      case FAILED -> new RowFate(0, 1, 0, 0, 0);
      case LINKED_LEFT -> new RowFate(1, 0, 0, 0, 1);
      case HELD -> held(1);
      case CHANGED -> new RowFate(0, 0, 0, 1, 0);
    };
  }

  static RowFate held(int profiles) {
    return new RowFate(0, 0, profiles, 0, 0);
  }

  RowFate and(RowFate more) {
    return new RowFate(
        deleted + more.deleted,
        failed + more.failed,
        held + more.held,
        changed + more.changed,
        linkedLeft + more.linkedLeft);
  }

  /** The one outcome of the row: what is left to do comes before what was done. */
  Outcome outcome() {
    if (failed > 0 || linkedLeft > 0) {
      return Outcome.FAILED;
    }
    if (deleted > 0) {
      return Outcome.DELETED;
    }
    return held > 0 ? Outcome.PROTECTED : Outcome.NOT_FOUND;
  }

  /** For people. */
  String reason() {
    return switch (outcome()) {
      case FAILED -> failure();
      case PROTECTED -> held == 1 ? "the profile is protected" : held + " profiles are protected";
      case NOT_FOUND -> "the profile lost this identifier before it could be deleted";
      case DELETED, CREATED, UPDATED, SUPPRESSED, DUPLICATE, INVALID, AMBIGUOUS, CANCELLED ->
          held > 0 ? held + " more protected and kept" : "";
    };
  }

  private String failure() {
    if (failed == 0) {
      return "deleted, but records that are linked to it could not be treated; see to them"
          + " yourself";
    }
    return deleted + failed == 1
        ? "the profile could not be deleted; retry the task"
        : failed + " of its profiles could not be deleted; retry the task";
  }
}
