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
import expunge.task.Doorbells;
import expunge.task.Ringer;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Answers doorbells. A bell only says where to look; what is done follows from the records alone,
 * so that a bell may come twice, late, or to two workers at once.
 */
public final class Worker {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final TaskKind kind;
  private final KindOfWork work;
  private final TaskStore tasks;
  private final Ringer ringer;
  private final Scheduler scheduler;
  private final Log log;
  private final TaskWork whole;

  /**
   * With its ports. Keeps nothing from one call to the next but what its work keeps.
   *
   * @param kind whose doorbells it answers; any other comes back, and goes to the dead letters
   * @param ringer for tasks of this kind
   */
  public Worker(
      TaskKind kind,
      KindOfWork work,
      TaskStore tasks,
      ObjectStore objects,
      Ringer ringer,
      FileNote note,
      Scheduler scheduler,
      Log log) {
    this.kind = kind;
    this.work = work;
    this.tasks = tasks;
    this.ringer = ringer;
    this.scheduler = scheduler;
    this.log = log;
    BatchEnd end = new BatchEnd(tasks, objects, scheduler, log);
    EndOfTask endOfTask = new EndOfTask(tasks, note);
    this.whole = new TaskWork(tasks, objects, work, ringer, endOfTask, end, scheduler, log);
  }

  /**
   * Does what the records ask for, as far as it gets before the deadline.
   *
   * @return FAULT where the message has to come back; never an exception
   */
  public Answer answer(Doorbell bell, Deadline deadline) {
    try {
      if (!deadline.allows(scheduler.now())) {
        log.write(new LogEntry.NoTimeLeft(bell.task()));
        return ringAgain(bell, SOON);
      }
      Optional<Task> task = tasks.find(bell.task());
      if (task.isEmpty()) {
        log.write(new LogEntry.UnknownTask(bell.task()));
        return Answer.ACKNOWLEDGE;
      }
      if (task.get().request().kind() != kind) {
        log.write(new LogEntry.OtherKindOfTask(bell.task()));
        return Answer.FAULT;
      }
      if (bell.batch().isPresent()) {
        return batch(task.get(), bell.batch().getAsInt(), deadline);
      }
      whole.lookAfter(task.get(), deadline);
      return Answer.ACKNOWLEDGE;
    } catch (RuntimeException failure) {
      log.write(new LogEntry.TaskFault(bell.task(), Failure.of(failure)));
      return Answer.FAULT;
    }
  }

  private Answer batch(Task task, int number, Deadline deadline) {
    Optional<Batch> batch = tasks.batch(task.id(), number);
    if (batch.isEmpty()) {
      log.write(new LogEntry.UnknownTask(task.id()));
      return Answer.ACKNOWLEDGE;
    }
    if (batch.get().isFinal()) {
      whole.moveOnWithout(task.id());
      return Answer.ACKNOWLEDGE;
    }
    boolean begun = batch.get().plan().isPresent();
    return switch (task.state()) {
      case RUNNING -> work(task, number, deadline);
      case PAUSED -> begun ? work(task, number, deadline) : leave(task);
      case CANCELLING -> begun ? work(task, number, deadline) : close(task, batch.get());
      case PENDING_UPLOAD,
          STAGING,
          AWAITING_CONFIRMATION,
          FINISHING,
          COMPLETED,
          COMPLETED_WITH_ERRORS,
          CANCELLED,
          REJECTED,
          FAILED ->
          leave(task);
    };
  }

  private Answer work(Task task, int number, Deadline deadline) {
    Doorbell bell = Doorbell.of(task.id(), number);
    Instant opens = work.opens(task);
    if (!deadline.allows(opens)) {
      return ringAgain(bell, Duration.between(scheduler.now(), opens));
    }
    return switch (work.attempt(task, number, deadline)) {
      case COMMITTED -> {
        whole.moveOn(task.id());
        yield Answer.ACKNOWLEDGE;
      }
      case HANDED_BACK -> ringAgain(bell, Duration.ZERO);
      case STALLED -> ringAgain(bell, Leases.REST.plus(SOON));
      case HELD -> comeBackLater(task.id(), number);
      case FAULT -> Answer.FAULT;
    };
  }

  /**
   * Rings again for when the other's lease has run out: the message at hand may be the only one,
   * and the other may die.
   */
  private Answer comeBackLater(TaskId id, int number) {
    Optional<Batch> batch = tasks.batch(id, number).filter(b -> !b.isFinal());
    if (batch.isEmpty()) {
      whole.moveOnWithout(id);
      return Answer.ACKNOWLEDGE;
    }
    log.write(new LogEntry.BatchHeld(id, number));
    Instant free = batch.get().lease().map(Lease::until).orElse(scheduler.now());
    Duration wait = Duration.between(scheduler.now(), free).plus(SOON);
    return ringAgain(Doorbell.of(id, number), wait);
  }

  /** A bell that rings too early, because the queue knows no longer delay, does no harm. */
  private Answer ringAgain(Doorbell bell, Duration wait) {
    Duration atLeast = wait.isNegative() ? SOON : wait;
    boolean tooLong = atLeast.compareTo(Doorbells.LONGEST_DELAY) > 0;
    ringer.ring(kind, List.of(bell), tooLong ? Doorbells.LONGEST_DELAY : atLeast);
    return Answer.ACKNOWLEDGE;
  }

  private Answer close(Task task, Batch batch) {
    if (!whole.close(task, batch)) {
      ringAgain(Doorbell.of(task.id(), batch.number()), Duration.ZERO);
    }
    whole.moveOn(task.id());
    return Answer.ACKNOWLEDGE;
  }

  private Answer leave(Task task) {
    log.write(new LogEntry.NothingToDo(task.id(), task.state()));
    return Answer.ACKNOWLEDGE;
  }
}
