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
 * @param problem why the file was rejected, or the system gave up
 * @param intakeAttempts how many times the reading of its file began
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
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {

  /** A task whose file is about to be read. */
  public static Task staging(
      TaskId id, Request request, SourceFile file, Slicing slicing, Instant createdAt) {
    return new Task(
        id,
        request,
        file,
        slicing,
        TaskState.STAGING,
        Optional.empty(),
        Optional.empty(),
        Balance.EMPTY,
        0,
        0,
        Optional.empty(),
        0,
        createdAt,
        Optional.empty(),
        Optional.empty());
  }

  /** Whether its batches are all final, so that it may be finished. */
  public boolean isReadyToFinish() {
    return state.takesCommits() && openBatches == 0;
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
