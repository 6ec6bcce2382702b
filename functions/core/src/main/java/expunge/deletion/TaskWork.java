package expunge.deletion;

import expunge.balance.Balance;
import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.dataset.Dataset;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.object.ObjectStore;
import expunge.report.FileNote;
import expunge.report.ReportPart;
import expunge.report.ResultKeys;
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
import java.util.function.Consumer;

/** Looks after a task as a whole: rings its open batches, closes them, and finishes it. */
final class TaskWork {
  private static final int PAGE = 200;
  private static final Set<TaskState> BEFORE_FINISHING =
      EnumSet.of(TaskState.RUNNING, TaskState.PAUSED, TaskState.CANCELLING);

  private final TaskStore tasks;
  private final ObjectStore objects;
  private final Ringer ringer;
  private final FileNote note;
  private final BatchEnd end;
  private final Scheduler scheduler;
  private final Log log;

  TaskWork(
      TaskStore tasks,
      ObjectStore objects,
      Ringer ringer,
      FileNote note,
      BatchEnd end,
      Scheduler scheduler,
      Log log) {
    this.tasks = tasks;
    this.objects = objects;
    this.ringer = ringer;
    this.note = note;
    this.end = end;
    this.scheduler = scheduler;
    this.log = log;
  }

  /** Does what the state asks for. */
  void lookAfter(Task task, Dataset dataset) {
    switch (task.state()) {
      case RUNNING -> ringOpenBatches(task.id());
      case CANCELLING -> closeBatches(task, dataset);
      case FINISHING -> finish(task);
      case COMPLETED, COMPLETED_WITH_ERRORS, CANCELLED, REJECTED, FAILED -> note.write(task);
      case PENDING_UPLOAD, STAGING, AWAITING_CONFIRMATION, PAUSED ->
          log.write(new LogEntry.NothingToDo(task.id(), task.state()));
    }
    moveOn(task.id());
  }

  /**
   * Sends a task whose batches are all final to its finishing. Whoever sees that calls this; it is
   * harmless to be the second.
   */
  void moveOn(TaskId id) {
    Task task = tasks.find(id).orElseThrow(() -> vanished(id));
    boolean moved =
        task.isReadyToFinish()
            && tasks.move(id, BEFORE_FINISHING, TaskState.FINISHING, scheduler.now());
    if (moved || task.state() == TaskState.FINISHING) {
      ringer.ring(Doorbell.of(id));
    }
  }

  private void ringOpenBatches(TaskId id) {
    List<Doorbell> bells = new ArrayList<>();
    forEachBatch(
        id,
        batch -> {
          if (!batch.isFinal()) {
            bells.add(Doorbell.of(id, batch.number()));
          }
        });
    ringer.ring(bells, Duration.ZERO);
    log.write(new LogEntry.BatchesRung(id, bells.size()));
  }

  private void closeBatches(Task task, Dataset dataset) {
    List<Doorbell> begun = new ArrayList<>();
    forEachBatch(
        task.id(),
        batch -> {
          if (!batch.isFinal() && !close(task, dataset, batch)) {
            begun.add(Doorbell.of(task.id(), batch.number()));
          }
        });
    ringer.ring(begun, Duration.ZERO);
  }

  /** Closes a batch that has no plan; answers whether it is final. */
  boolean close(Task task, Dataset dataset, Batch batch) {
    if (batch.plan().isPresent()) {
      return false;
    }
    BatchFile file = BatchFile.read(objects, task, dataset, batch);
    return end.close(task, batch, new Verdicts(file).cancelled());
  }

  /** Report first, then the state, then the note: whoever sees the state can fetch the report. */
  private void finish(Task task) {
    List<Commit> commits = commits(task.id());
    checkBalance(task, commits);
    List<String> parts = commits.stream().map(Commit::reportPart).toList();
    objects.join(
        ResultKeys.report(task.id()), "text/csv; charset=utf-8", ReportPart.header(), parts);
    objects.deleteAll(ResultKeys.work(task.id()));
    if (tasks.finish(task.id(), terminal(task), scheduler.now())) {
      log.write(
          new LogEntry.TaskFinished(
              task.id(), terminal(task), task.balance().rows(), task.profilesDeleted()));
    }
    tasks.find(task.id()).ifPresent(note::write);
  }

  private List<Commit> commits(TaskId id) {
    List<Commit> commits = new ArrayList<>();
    forEachBatch(id, batch -> commits.add(batch.commit().orElseThrow(() -> unbalanced(id))));
    return commits;
  }

  private static void checkBalance(Task task, List<Commit> commits) {
    Balance sum = commits.stream().map(Commit::counts).reduce(Balance.EMPTY, Balance::plus);
    long profiles = commits.stream().mapToLong(Commit::profilesDeleted).sum();
    if (!sum.equals(task.balance())
        || sum.rows() != task.totals().rows()
        || profiles != task.profilesDeleted()) {
      throw unbalanced(task.id());
    }
  }

  private static TaskState terminal(Task task) {
    if (task.cameFrom().filter(TaskState.CANCELLING::equals).isPresent()) {
      return TaskState.CANCELLED;
    }
    return task.balance().hasErrors() ? TaskState.COMPLETED_WITH_ERRORS : TaskState.COMPLETED;
  }

  private void forEachBatch(TaskId id, Consumer<Batch> action) {
    List<Batch> page = tasks.batches(id, 0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(action);
      page = tasks.batches(id, page.getLast().number(), PAGE);
    }
  }

  private static ExpungeException unbalanced(TaskId id) {
    return new ExpungeException.Permanent(
        "the batches of task " + id + " do not add up to its counters and rows", null);
  }

  private static ExpungeException vanished(TaskId id) {
    return new ExpungeException.Permanent("task " + id + " vanished while it was worked on", null);
  }
}
