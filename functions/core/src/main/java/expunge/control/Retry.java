package expunge.control;

import expunge.balance.Outcome;
import expunge.control.ControlAnswer.Why;
import expunge.dataset.Datasets;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.report.RetryFile;
import expunge.run.Scheduler;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.Ringer;
import expunge.task.Slicing;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskStore;
import java.util.Optional;

/**
 * Takes the failed and cancelled rows of a task that has ended up again, as a child task with a
 * file of its own, whose identifiers are looked up anew. A worker writes that file from the
 * parent's report, and the file's arrival starts the child.
 */
public final class Retry {
  private final Datasets datasets;
  private final TaskStore tasks;
  private final Ringer ringer;
  private final Scheduler scheduler;
  private final Log log;

  /** With its ports; holds no state of its own. */
  public Retry(Datasets datasets, TaskStore tasks, Ringer ringer, Scheduler scheduler, Log log) {
    this.datasets = datasets;
    this.tasks = tasks;
    this.ringer = ringer;
    this.scheduler = scheduler;
    this.log = log;
  }

  /**
   * Makes the child, or finds the one that was made before: a parent has one child, and another
   * only where that ended before its rows were counted, be it rejected or cancelled. What failed in
   * the child is retried from the child.
   *
   * @return {@code Done} with the child; refused while the parent has not ended, where nothing in
   *     it has failed or was cancelled, and for an import or the deletion of a segment
   * @throws expunge.run.ExpungeException where it has to be repeated
   */
  public ControlAnswer retry(TaskId id) {
    Optional<Task> parent = tasks.find(id);
    if (parent.isEmpty()) {
      return new ControlAnswer.Unknown();
    }
    if (parent.get().request().kind() == TaskKind.IMPORT) {
      return new ControlAnswer.Refused(parent.get(), Why.IMPORT);
    }
    if (isOfSegment(parent.get())) {
      return new ControlAnswer.Refused(parent.get(), Why.SEGMENT);
    }
    if (!parent.get().state().isTerminal()) {
      return new ControlAnswer.Refused(parent.get(), Why.STATE);
    }
    return isPossible(parent.get())
        ? new ControlAnswer.Done(childOf(parent.get()))
        : new ControlAnswer.Refused(parent.get(), Why.NOTHING_TO_RETRY);
  }

  /** Whether a task has ended with rows to retry. */
  public static boolean isPossible(Task parent) {
    return parent.state().isTerminal()
        && parent.request().kind() == TaskKind.DELETION
        && !isOfSegment(parent)
        && parent.balance().count(Outcome.FAILED) + parent.balance().count(Outcome.CANCELLED) > 0;
  }

  /** A child would delete members beside another segment's deletion, while people join. */
  private static boolean isOfSegment(Task parent) {
    return parent.request().origin() instanceof Origin.Segment;
  }

  private Task childOf(Task parent) {
    Origin.Retry retry = new Origin.Retry(parent.id(), 1);
    while (endedUncounted(retry.child())) {
      retry = new Origin.Retry(parent.id(), retry.attempt() + 1);
    }
    Task child = tasks.create(newTask(parent, retry));
    log.write(new LogEntry.TaskControlled(child.id(), child.state()));
    ringer.ring(child);
    return child;
  }

  /** Such a child has no row that could be retried from it. */
  private boolean endedUncounted(TaskId id) {
    return tasks.find(id).filter(Task::endedUnaccepted).isPresent();
  }

  private Task newTask(Task parent, Origin.Retry retry) {
    Request asked = parent.request();
    Request request =
        new Request(
            asked.kind(),
            asked.dataset(),
            asked.deletionType(),
            RetryFile.OPTIONS,
            asked.description(),
            asked.reason(),
            asked.purpose(),
            asked.requestedBy(),
            asked.dryRun(),
            false,
            retry);
    return Task.pendingUpload(
        retry.child(),
        request,
        RetryFile.key(retry.child()),
        Slicing.by(parent.slicing().limits(), datasets.find(asked.dataset())),
        scheduler.now());
  }
}
