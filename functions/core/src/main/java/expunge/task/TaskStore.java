package expunge.task;

import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.batch.Reached;
import expunge.file.Problem;
import expunge.object.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps tasks and their batches. Every read is strongly consistent, except {@link #list}. Every
 * change is one conditional write that answers who won; an answer that was lost on the way is found
 * out by reading back, so repeating a call never changes anything twice.
 *
 * <p>Times are kept and compared to the millisecond; what is finer is cut off.
 *
 * <p>All methods throw {@link expunge.run.ExpungeException}: retryable where the store could not be
 * reached or was busy, permanent where a record is broken.
 */
public interface TaskStore {
  /** The most batches that one call of {@link #addBatches} takes. */
  int BATCHES_PER_CALL = 50;

  /** Creates the task if there is none of its id, and returns the one that stands. */
  Task create(Task task);

  /**
   * Creates the task, as {@link #create(Task)}, and remembers its call, both or none: where no call
   * under this key counts.
   *
   * @param at decides which calls still count
   * @return the call that stands, be it this one or an earlier; nothing was created for another
   */
  KeyedCall create(Task task, KeyedCall call, Instant at);

  /** The call that has made a task under this key, if it counts at this moment. */
  Optional<KeyedCall> keyedCall(Sha256 key, Instant at);

  /** The task as it is now; empty where there is none (any more). */
  Optional<Task> find(TaskId id);

  /**
   * A page of tasks, newest first, as they were a moment ago; those of the same millisecond in
   * falling order of their ids.
   */
  TaskPage list(TaskQuery query);

  /**
   * Up to {@code limit} tasks that have not ended, or whose end is not told yet, the oldest first,
   * as they were a moment ago.
   *
   * @param after the last one of the page before; empty for the first page
   * @return an empty list after the last task
   */
  List<UnsettledTask> unsettled(Optional<UnsettledTask> after, int limit);

  /** Takes a task that has ended off {@link #unsettled}. Repeating it is harmless. */
  void settle(TaskId id);

  /**
   * Notes that somebody looks after a task that has not moved since.
   *
   * @param since its {@code touchedAt} as it was read
   * @return whether this call did it; false where it has moved on
   */
  boolean touch(TaskId id, Instant since, Instant at);

  /**
   * Leaves PENDING_UPLOAD for STAGING with the file that came first.
   *
   * @return the task with the file that stands, be it this one or an earlier; empty where there is
   *     no such task, or it has left PENDING_UPLOAD without a file
   */
  Optional<Task> pin(TaskId id, SourceFile file, Instant at);

  /**
   * Counts one more reading of the file.
   *
   * @return how many have begun; empty if the task is not STAGING
   */
  Optional<Integer> beginIntake(TaskId id, Instant at);

  /**
   * Adds batches of a task that is STAGING. Those that stand already stay as they are.
   *
   * @param batches fresh ones with different numbers, at most {@link #BATCHES_PER_CALL}
   * @return true where the task is STAGING, and all of them stand; false if it is not STAGING (any
   *     more), whether or not they stand, and then none of the missing ones was added
   * @throws expunge.run.ExpungeException.Permanent if one stands with other rows
   * @throws IllegalArgumentException if there are too many
   */
  boolean addBatches(TaskId id, List<Batch> batches);

  /**
   * Leaves STAGING with the totals.
   *
   * @param to RUNNING, which also starts the task, or AWAITING_CONFIRMATION
   * @param hold why it waits, where it does and not because it was to wait anyway
   * @return whether this call did it
   * @throws IllegalArgumentException if {@code to} is another state, or it runs in spite of a hold
   */
  boolean accept(TaskId id, Accepted totals, TaskState to, Optional<Problem> hold, Instant at);

  /** Leaves PENDING_UPLOAD or STAGING for REJECTED, and answers whether this call did it. */
  boolean reject(TaskId id, Problem problem, Instant at);

  /**
   * Removes the batches of a task that ended without its file having been accepted. Repeating it is
   * harmless; any other task keeps its batches.
   */
  void removeBatches(TaskId id);

  /**
   * Moves a task that is in one of {@code from}, and answers whether this call did it. The first
   * move to RUNNING starts the task, and the move to a terminal state ends it. What held a task is
   * forgotten with its move to RUNNING or CANCELLING.
   *
   * @throws IllegalArgumentException if {@code from} names a terminal state, which never changes
   */
  boolean move(TaskId id, Set<TaskState> from, TaskState to, Instant at);

  /**
   * Leaves FINISHING for a terminal state, and answers whether this call did it.
   *
   * @param at also when the record's retention begins
   * @throws IllegalArgumentException if {@code to} is not terminal
   */
  boolean finish(TaskId id, TaskState to, Instant at);

  /** Leaves FINISHING for FAILED, and answers whether this call did it. */
  boolean fail(TaskId id, Problem problem, Instant at);

  /** One batch as it is now; empty where there is none (any more). */
  Optional<Batch> batch(TaskId id, int number);

  /**
   * Up to {@code limit} batches in order of their numbers, those after {@code after}.
   *
   * @param after 0 for the first page
   * @return an empty page after the last batch
   */
  List<Batch> batches(TaskId id, int after, int limit);

  /**
   * Takes the lease of a batch that is not final and whose lease, if it has one, has run out
   * ({@code now} is its {@code until}, or later). Counts an attempt. Where the batch is under this
   * very lease already, nothing changes and no attempt is counted.
   *
   * @return the batch under the lease; empty where another one holds it or the batch is final
   */
  Optional<Batch> lease(TaskId id, int number, Lease lease, Instant now);

  /**
   * Writes the plan of a batch that is not final, has none, and is leased by {@code owner}.
   *
   * @return the batch with the plan that stands, be it this one or an earlier; empty where the
   *     lease is lost or the batch is final
   */
  Optional<Batch> plan(TaskId id, int number, String owner, Plan plan);

  /**
   * Gives the lease back and notes how far the batch has come. A batch that is final stays as it
   * is.
   *
   * @param reached how far the plan is carried out; what is behind the record's is not noted
   * @param restsUntil before which nobody may lease it again; empty where anybody may at once
   * @return whether {@code owner} still held it and the batch is not final
   */
  boolean handBack(
      TaskId id, int number, String owner, Reached reached, Optional<Instant> restsUntil);

  /**
   * Makes a batch final and moves the task's counters by the same counts, in one transaction: where
   * the batch is not final, {@code owner} holds its lease, and the task takes commits.
   *
   * @return whether this very commit stands, be it by this call or an earlier one of the same
   *     owner; false where another one made the batch final, be it by a commit or by {@link #close}
   */
  boolean commit(TaskId id, int number, String owner, Commit commit, Instant at);

  /**
   * As {@link #commit}, for a batch without a plan of a task that is CANCELLING, by whoever: its
   * lease does not matter, since nothing of it was or will be deleted.
   *
   * @return whether the batch is final now, by this call or another
   */
  boolean close(TaskId id, int number, Commit commit, Instant at);
}
