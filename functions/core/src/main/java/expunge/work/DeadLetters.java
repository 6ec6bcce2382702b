package expunge.work;

import expunge.batch.Batch;
import expunge.batch.Lease;
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
import expunge.task.TaskKind;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers the doorbells that workers were given too often. What may still get on is rung again. A
 * batch that does not is settled here, so that its task ends: rows whose profile a strong read
 * still finds have failed, and nothing is deleted.
 */
public final class DeadLetters {
  /** What keeps failing for a reason that stays must not go round at full speed. */
  private static final Duration LATER = Duration.ofMinutes(1);

  private final Function<TaskKind, KindOfWork> works;
  private final TaskStore tasks;
  private final ObjectStore objects;
  private final Ringer ringer;
  private final FileNote note;
  private final Scheduler scheduler;
  private final Log log;
  private final WorkerRules rules;

  /**
   * With its ports, and the rules of the workers.
   *
   * @param works what the workers of each kind of task do
   */
  public DeadLetters(
      Function<TaskKind, KindOfWork> works,
      TaskStore tasks,
      ObjectStore objects,
      Ringer ringer,
      FileNote note,
      Scheduler scheduler,
      Log log,
      WorkerRules rules) {
    this.works = works;
    this.tasks = tasks;
    this.objects = objects;
    this.ringer = ringer;
    this.note = note;
    this.scheduler = scheduler;
    this.log = log;
    this.rules = rules;
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
    TaskWork whole = whole(task);
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
    ringer.ring(task.request().kind(), List.of(bell), LATER);
    return Answer.ACKNOWLEDGE;
  }

  private TaskWork whole(Task task) {
    BatchEnd end = new BatchEnd(tasks, objects, scheduler, log);
    EndOfTask endOfTask = new EndOfTask(tasks, note);
    KindOfWork work = works.apply(task.request().kind());
    return new TaskWork(tasks, objects, work, ringer, endOfTask, end, scheduler, log);
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
    KindOfWork work = works.apply(task.request().kind());
    if (work.settle(task, number, deadline) == End.COMMITTED) {
      whole(task).moveOn(task.id());
    } else {
      Doorbell bell = Doorbell.of(task.id(), number);
      ringer.ring(task.request().kind(), List.of(bell), LATER);
    }
    return Answer.ACKNOWLEDGE;
  }
}
