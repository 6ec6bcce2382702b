package expunge.task;

import java.util.Set;

/** Where a task stands. Every change is a conditional write; a terminal state never changes. */
public enum TaskState {
  /** The task is made, its file is not there yet. */
  PENDING_UPLOAD,
  /** Its file is being read; no bell has rung. */
  STAGING,
  /** Its file is accepted, and waits for somebody to confirm the number of rows. */
  AWAITING_CONFIRMATION,
  /** Workers may begin its batches. */
  RUNNING,
  /** Workers begin no batch; those with a plan are carried to their commit. */
  PAUSED,
  /** Batches without a plan are being closed; those with one are carried to their commit. */
  CANCELLING,
  /** Every batch is final; the balance is checked and the report joined. */
  FINISHING,
  /** Ended without an invalid, ambiguous or failed row. */
  COMPLETED,
  /** Ended with an invalid, ambiguous or failed row. */
  COMPLETED_WITH_ERRORS,
  /** Ended after a cancel. */
  CANCELLED,
  /** The file is not acceptable; nothing was deleted. */
  REJECTED,
  /** The system gave up; what was done is in the balance. */
  FAILED;

  /** Those in which the rows are not counted yet. */
  public static final Set<TaskState> UNCOUNTED = Set.of(PENDING_UPLOAD, STAGING);

  /** Whether it has ended, and will never change again. */
  public boolean isTerminal() {
    return switch (this) {
      case COMPLETED, COMPLETED_WITH_ERRORS, CANCELLED, REJECTED, FAILED -> true;
      case PENDING_UPLOAD, STAGING, AWAITING_CONFIRMATION, RUNNING, PAUSED, CANCELLING, FINISHING ->
          false;
    };
  }

  /** Whether batches of it may be committed. */
  public boolean takesCommits() {
    return this == RUNNING || this == PAUSED || this == CANCELLING;
  }
}
