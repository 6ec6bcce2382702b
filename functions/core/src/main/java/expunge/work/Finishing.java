package expunge.work;

import expunge.balance.Balance;
import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.file.Problem;
import expunge.log.Failure;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.report.EndOfTask;
import expunge.report.ReportPart;
import expunge.report.ResultKeys;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.util.ArrayList;
import java.util.List;

/** Recounts a task whose batches are all final, joins its report and ends it. */
final class Finishing {
  private static final Problem UNFINISHABLE =
      Problem.of(
          "unfinishable",
          "Task could not be finished",
          "Every batch has its outcome, but the report could not be joined, or does not add up.",
          "Look into the parts of the report under results/, and into the functions' log.");

  private final TaskStore tasks;
  private final ObjectStore objects;
  private final EndOfTask endOfTask;
  private final Scheduler scheduler;
  private final Log log;

  Finishing(
      TaskStore tasks, ObjectStore objects, EndOfTask endOfTask, Scheduler scheduler, Log log) {
    this.tasks = tasks;
    this.objects = objects;
    this.endOfTask = endOfTask;
    this.scheduler = scheduler;
    this.log = log;
  }

  /** Report first, then the state, then the note: whoever sees the state can fetch the report. */
  void finish(Task task) {
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
    tasks.find(task.id()).ifPresent(endOfTask::settle);
  }

  /** Ends a task that others could not finish: as it should, or as FAILED if it never can be. */
  void finishOrFail(Task task) {
    try {
      finish(task);
    } catch (ObjectGone | Unbalanced impossible) {
      log.write(new LogEntry.TaskFault(task.id(), Failure.of(impossible)));
      tasks.fail(task.id(), UNFINISHABLE, scheduler.now());
      tasks.find(task.id()).ifPresent(endOfTask::settle);
    }
  }

  private List<Commit> commits(TaskId id) {
    List<Commit> commits = new ArrayList<>();
    for (Batch batch : BatchPages.of(tasks, id)) {
      commits.add(batch.commit().orElseThrow(() -> new Unbalanced(id)));
    }
    return commits;
  }

  private static void checkBalance(Task task, List<Commit> commits) {
    Balance sum = commits.stream().map(Commit::counts).reduce(Balance.EMPTY, Balance::plus);
    long profiles = commits.stream().mapToLong(Commit::profilesDeleted).sum();
    if (!sum.equals(task.balance())
        || sum.rows() != task.totals().rows()
        || profiles != task.profilesDeleted()) {
      throw new Unbalanced(task.id());
    }
  }

  private static TaskState terminal(Task task) {
    if (task.cameFrom().filter(TaskState.CANCELLING::equals).isPresent()) {
      return TaskState.CANCELLED;
    }
    return task.balance().hasErrors() ? TaskState.COMPLETED_WITH_ERRORS : TaskState.COMPLETED;
  }

  /** Counters can't be mended, so they never will add up. */
  private static final class Unbalanced extends ExpungeException.Permanent {
    private static final long serialVersionUID = 1L;

    Unbalanced(TaskId id) {
      super("the batches of task " + id + " do not add up to its counters and rows", null);
    }
  }
}
