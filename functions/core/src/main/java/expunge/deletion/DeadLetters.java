package expunge.deletion;

import expunge.batch.Batch;
import expunge.batch.Lease;
import expunge.dataset.Datasets;
import expunge.log.Failure;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.object.ObjectStore;
import expunge.report.EndOfTask;
import expunge.report.FileNote;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.task.Doorbell;
import expunge.task.Ringer;
import expunge.task.Task;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Answers the doorbells that workers were given too often. What may still get on is rung again. A
 * batch that does not is settled here, so that its task ends: rows whose profile a strong read
 * still finds have failed, and nothing is deleted.
 */
public final class DeadLetters {
  /** What keeps failing for a reason that stays must not go round at full speed. */
  private static final Duration LATER = Duration.ofMinutes(1);

  private final Datasets datasets;
  private final TaskStore tasks;
  private final Ringer ringer;
  private final BatchWork batches;
  private final TaskWork whole;
  private final Scheduler scheduler;
  private final Log log;
  private final WorkerRules rules;

  /** With its ports, and the rules of the workers. */
  public DeadLetters(
      Datasets datasets,
      TaskStore tasks,
      ObjectStore objects,
      People people,
      Ringer ringer,
      FileNote note,
      Scheduler scheduler,
      Log log,
      WorkerRules rules) {
    this.datasets = datasets;
    this.tasks = tasks;
    this.ringer = ringer;
    this.scheduler = scheduler;
    this.log = log;
    this.rules = rules;
    EndOfTask endOfTask = new EndOfTask(tasks, note);
    Pacer pacer = new Pacer(scheduler, rules.workers());
    BatchEnd end = new BatchEnd(tasks, objects, scheduler, log);
    this.batches = new BatchWork(tasks, objects, people, pacer, end, scheduler, log, rules);
    OwnFile ownFile =
        new OwnFile(datasets, tasks, objects, people.selection(), ringer, scheduler, log);
    this.whole =
        new TaskWork(datasets, tasks, objects, ownFile, ringer, endOfTask, end, scheduler, log);
  }

  /**
   * Does what is left to do for a bell that was given up.
   *
   * @return FAULT where the message has to come back; never an exception
   */
  public Answer answer(Doorbell bell, Deadline deadline) {
    try {
      Optional<Task> task = tasks.find(bell.task());
      if (task.isEmpty()) {
        log.write(new LogEntry.UnknownTask(bell.task()));
        return Answer.ACKNOWLEDGE;
      }
      return answer(task.get(), bell, deadline);
    } catch (RuntimeException failure) {
      log.write(new LogEntry.TaskFault(bell.task(), Failure.of(failure)));
      return Answer.FAULT;
    }
  }

  private Answer answer(Task task, Doorbell bell, Deadline deadline) {
    if (task.state().isTerminal()) {
      whole.settle(task);
      return Answer.ACKNOWLEDGE;
    }
    if (task.state() == TaskState.FINISHING) {
      whole.finishOrFail(task);
      return Answer.ACKNOWLEDGE;
    }
    Optional<Batch> batch =
        bell.batch().stream()
            .boxed()
            .flatMap(number -> tasks.batch(task.id(), number).stream())
            .findFirst();
    if (batch.isPresent() && isHopeless(task, batch.get())) {
      return settle(task, batch.get().number(), deadline);
    }
    ringer.ring(List.of(bell), LATER);
    return Answer.ACKNOWLEDGE;
  }

  /** Nobody works on it, and nothing was achieved in as many attempts as there are to be. */
  private boolean isHopeless(Task task, Batch batch) {
    return task.state().takesCommits()
        && !batch.isFinal()
        && batch.progress().stalls() >= rules.hopelessAfter()
        && (batch.plan().isPresent() || task.state() == TaskState.RUNNING)
        && !batch.lease().map(Lease::until).orElse(scheduler.now()).isAfter(scheduler.now());
  }

  private Answer settle(Task task, int number, Deadline deadline) {
    BatchWork.End end =
        batches.settle(task, datasets.of(task.request().dataset()), number, deadline);
    if (end == BatchWork.End.COMMITTED) {
      whole.moveOn(task.id());
    } else {
      Doorbell bell = Doorbell.of(task.id(), number);
      ringer.ring(List.of(bell), LATER);
    }
    return Answer.ACKNOWLEDGE;
  }
}
