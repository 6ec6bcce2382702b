package expunge.work;

import expunge.batch.Batch;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.object.ObjectStore;
import expunge.report.EndOfTask;
import expunge.report.ResultKeys;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import expunge.task.Doorbell;
import expunge.task.Ringer;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Looks after a task as a whole: rings its open batches, closes them, and finishes it. */
final class TaskWork {
  private static final Set<TaskState> BEFORE_FINISHING =
      EnumSet.of(TaskState.RUNNING, TaskState.PAUSED, TaskState.CANCELLING);

  private final TaskStore tasks;
  private final ObjectStore objects;
  private final KindOfWork work;
  private final Ringer ringer;
  private final EndOfTask endOfTask;
  private final BatchEnd end;
  private final Finishing finishing;
  private final Scheduler scheduler;
  private final Log log;

  TaskWork(
      TaskStore tasks,
      ObjectStore objects,
      KindOfWork work,
      Ringer ringer,
      EndOfTask endOfTask,
      BatchEnd end,
      Scheduler scheduler,
      Log log) {
    this.tasks = tasks;
    this.objects = objects;
    this.work = work;
    this.ringer = ringer;
    this.endOfTask = endOfTask;
    this.end = end;
    this.finishing = new Finishing(tasks, objects, endOfTask, scheduler, log);
    this.scheduler = scheduler;
    this.log = log;
  }

  /** Does what the state asks for, as far as it gets before the deadline. */
  void lookAfter(Task task, Deadline deadline) {
    switch (task.state()) {
      case PENDING_UPLOAD -> work.writeFile(task, deadline);
      case RUNNING -> ring(task, batch -> !batch.isFinal());
      case PAUSED -> ring(task, batch -> !batch.isFinal() && batch.plan().isPresent());
      case CANCELLING -> closeBatches(task, deadline);
      case FINISHING -> finishing.finish(task);
      case COMPLETED, COMPLETED_WITH_ERRORS, CANCELLED, REJECTED, FAILED -> settle(task);
      case STAGING, AWAITING_CONFIRMATION ->
          log.write(new LogEntry.NothingToDo(task.id(), task.state()));
    }
    moveOn(task.id());
  }

  /** Whom a task meant that ended before its file was accepted is nobody's business any more. */
  void settle(Task ended) {
    if (ended.endedUnaccepted() && ended.request().origin().isOwn()) {
      objects.deleteAll(ResultKeys.work(ended.id()));
    }
    endOfTask.settle(ended);
  }

  /**
   * Sends a task whose batches are all final to its finishing. Whoever sees that calls this; it is
   * harmless to be the second, and the second rings too: the first may be dead.
   */
  void moveOn(TaskId id) {
    movedOn(id);
  }

  /**
   * As {@link #moveOn}, by a worker whose batch is final without it. It may have planned the batch
   * too late, and what names people must not outlast the end of the task.
   */
  void moveOnWithout(TaskId id) {
    Task task = movedOn(id);
    if (!task.state().takesCommits() && work.plansInObjects(task)) {
      objects.deleteAll(ResultKeys.work(id));
    }
  }

  /** Answers the task as it was read. */
  private Task movedOn(TaskId id) {
    Task task = tasks.find(id).orElseThrow(() -> vanished(id));
    if (task.isReadyToFinish()) {
      tasks.move(id, BEFORE_FINISHING, TaskState.FINISHING, scheduler.now());
    }
    if (task.isReadyToFinish() || task.state() == TaskState.FINISHING) {
      ringer.ring(task);
    }
    return task;
  }

  private void ring(Task task, Predicate<Batch> wanted) {
    List<Doorbell> bells = new ArrayList<>();
    BatchPages.of(tasks, task.id())
        .forEach(
            batch -> {
              if (wanted.test(batch)) {
                bells.add(Doorbell.of(task.id(), batch.number()));
              }
            });
    ringer.ring(task.request().kind(), bells, Duration.ZERO);
    log.write(new LogEntry.BatchesRung(task.id(), bells.size()));
  }

  /** Rings those that are begun; where time runs out, the task is rung once more instead. */
  private void closeBatches(Task task, Deadline deadline) {
    List<Doorbell> bells = new ArrayList<>();
    for (Batch batch : BatchPages.of(tasks, task.id())) {
      if (!deadline.allows(scheduler.now())) {
        bells.add(Doorbell.of(task.id()));
        break;
      }
      if (!batch.isFinal() && !close(task, batch)) {
        bells.add(Doorbell.of(task.id(), batch.number()));
      }
    }
    ringer.ring(task.request().kind(), bells, Duration.ZERO);
  }

  /** Ends a task that others could not finish: as it should, or as FAILED if it never can be. */
  void finishOrFail(Task task) {
    finishing.finishOrFail(task);
  }

  /** Closes a batch that has no plan; answers whether it is final. */
  boolean close(Task task, Batch batch) {
    return batch.plan().isEmpty() && end.close(task, batch, work.cancelled(task, batch));
  }

  private static ExpungeException vanished(TaskId id) {
    return new ExpungeException.Permanent("task " + id + " vanished while it was worked on", null);
  }
}
