package expunge.task;

import expunge.balance.Balance;
import expunge.file.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * A task as its record holds it.
 *
 * @param cameFrom the state before this one; empty in the first
 * @param accepted empty until the file is accepted
 * @param balance the sum of the commits so far
 * @param profilesDeleted the sum over the commits so far
 * @param openBatches how many batches are not final; 0 before the file is accepted
 * @param problem why the file was rejected, the task waits for its confirmation, or the system gave
 *     up
 * @param intakeAttempts how many times the reading of its file began
 * @param touchedAt when it last moved on: an intake began, its state changed, a batch was
 *     committed, or somebody looked after it
 * @param startedAt when it became RUNNING
 * @param finishedAt when it reached a terminal state
 */
public record Task(
    TaskId id,
    Request request,
    SourceFile file,
    Slicing slicing,
    TaskState state,
    Optional<TaskState> cameFrom,
    Optional<Accepted> accepted,
    Balance balance,
    long profilesDeleted,
    int openBatches,
    Optional<Problem> problem,
    int intakeAttempts,
    Instant createdAt,
    Instant touchedAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {

  /** A task whose file is about to be read. */
  public static Task staging(
      TaskId id, Request request, SourceFile file, Slicing slicing, Instant createdAt) {
    return fresh(id, request, file, slicing, TaskState.STAGING, createdAt);
  }

  /**
   * A task whose file is not there yet.
   *
   * @param key where the file will be
   */
  public static Task pendingUpload(
      TaskId id, Request request, String key, Slicing slicing, Instant createdAt) {
    SourceFile file = SourceFile.awaited(key);
    return fresh(id, request, file, slicing, TaskState.PENDING_UPLOAD, createdAt);
  }

  private static Task fresh(
      TaskId id,
      Request request,
      SourceFile file,
      Slicing slicing,
      TaskState state,
      Instant createdAt) {
    return new Task(
        id,
        request,
        file,
        slicing,
        state,
        Optional.empty(),
        Optional.empty(),
        Balance.EMPTY,
        0,
        0,
        Optional.empty(),
        0,
        createdAt,
        createdAt,
        Optional.empty(),
        Optional.empty());
  }

  /** Whether its batches are all final, so that it may be finished. */
  public boolean isReadyToFinish() {
    return state.takesCommits() && openBatches == 0;
  }

  /**
   * Whether it has ended with its report joined: one cancelled before its rows were counted has no
   * batches.
   */
  public boolean hasReport() {
    return state == TaskState.COMPLETED
        || state == TaskState.COMPLETED_WITH_ERRORS
        || (state == TaskState.CANCELLED && accepted.isPresent());
  }

  /** Whether it has ended without its file having been accepted: then it has no batches. */
  public boolean endedUnaccepted() {
    return state.isTerminal() && accepted.isEmpty();
  }

  /**
   * The totals of an accepted file.
   *
   * @throws IllegalStateException if the file is not accepted (yet)
   */
  public Accepted totals() {
    return accepted.orElseThrow(
        () -> new IllegalStateException("task " + id + " has no totals in " + state));
  }
}
