package expunge.control;

import expunge.control.ControlAnswer.Why;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.run.Scheduler;
import expunge.task.Ringer;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Confirms, pauses, resumes and cancels. Each call is one conditional change of the state and one
 * bell for the task; whoever repeats it finds the state changed and rings again. All methods throw
 * {@link expunge.run.ExpungeException} where it is unknown whether the call has taken effect: it
 * may be repeated.
 */
public final class TaskControl {
  private static final Set<TaskState> COUNTED =
      EnumSet.of(TaskState.AWAITING_CONFIRMATION, TaskState.RUNNING, TaskState.PAUSED);

  private final TaskStore tasks;
  private final Ringer ringer;
  private final Scheduler scheduler;
  private final Log log;

  /** With its ports; holds no state of its own. */
  public TaskControl(TaskStore tasks, Ringer ringer, Scheduler scheduler, Log log) {
    this.tasks = tasks;
    this.ringer = ringer;
    this.scheduler = scheduler;
    this.log = log;
  }

  /**
   * Starts a task that waits for it. One that runs since it was confirmed is rung once more.
   *
   * @param rows what the caller believes will be deleted; the call is refused if it is not the
   *     task's number of rows to delete
   */
  public ControlAnswer confirm(TaskId id, long rows) {
    Optional<Task> task = tasks.find(id);
    if (task.isEmpty()) {
      return new ControlAnswer.Unknown();
    }
    boolean waits = task.get().state() == TaskState.AWAITING_CONFIRMATION;
    if (waits && task.get().totals().rowsToDelete() != rows) {
      return new ControlAnswer.Refused(task.get(), Why.OTHER_NUMBER);
    }
    boolean moved =
        waits && move(id, EnumSet.of(TaskState.AWAITING_CONFIRMATION), TaskState.RUNNING);
    return moved || wasConfirmed(id, rows) ? done(id) : refused(id);
  }

  private boolean wasConfirmed(TaskId id, long rows) {
    return tasks
        .find(id)
        .filter(task -> task.state() == TaskState.RUNNING)
        .filter(task -> task.cameFrom().equals(Optional.of(TaskState.AWAITING_CONFIRMATION)))
        .filter(task -> task.totals().rowsToDelete() == rows)
        .isPresent();
  }

  /**
   * Lets workers begin no further batch; those that are begun are carried to their commit. A task
   * that is PAUSED stays so.
   */
  public ControlAnswer pause(TaskId id) {
    boolean moved = move(id, EnumSet.of(TaskState.RUNNING), TaskState.PAUSED);
    return moved || isIn(id, TaskState.PAUSED) ? done(id) : refused(id);
  }

  /** Lets a paused task run again. One that is RUNNING is rung once more. */
  public ControlAnswer resume(TaskId id) {
    boolean moved = move(id, EnumSet.of(TaskState.PAUSED), TaskState.RUNNING);
    return moved || isIn(id, TaskState.RUNNING) ? done(id) : refused(id);
  }

  /**
   * Ends a task early. Where its rows are counted, each gets its outcome first: batches that are
   * begun are carried to their commit, the rows of all others are {@code cancelled}. Before that,
   * it ends at once. A task that is being cancelled, or was, stays so.
   */
  public ControlAnswer cancel(TaskId id) {
    boolean moved =
        move(id, TaskState.UNCOUNTED, TaskState.CANCELLED)
            || move(id, COUNTED, TaskState.CANCELLING);
    return moved || isIn(id, TaskState.CANCELLING) || isIn(id, TaskState.CANCELLED)
        ? done(id)
        : refused(id);
  }

  /** Whether {@link #cancel} would change a task in this state. */
  public static boolean isCancellable(TaskState state) {
    return TaskState.UNCOUNTED.contains(state) || COUNTED.contains(state);
  }

  private boolean move(TaskId id, Set<TaskState> from, TaskState to) {
    boolean moved = tasks.move(id, from, to, scheduler.now());
    if (moved) {
      log.write(new LogEntry.TaskControlled(id, to));
    }
    return moved;
  }

  private boolean isIn(TaskId id, TaskState state) {
    return tasks.find(id).filter(task -> task.state() == state).isPresent();
  }

  private ControlAnswer done(TaskId id) {
    Optional<Task> task = tasks.find(id);
    task.ifPresent(ringer::ring);
    return task.<ControlAnswer>map(ControlAnswer.Done::new).orElseGet(ControlAnswer.Unknown::new);
  }

  private ControlAnswer refused(TaskId id) {
    return tasks
        .find(id)
        .<ControlAnswer>map(task -> new ControlAnswer.Refused(task, Why.STATE))
        .orElseGet(ControlAnswer.Unknown::new);
  }
}
