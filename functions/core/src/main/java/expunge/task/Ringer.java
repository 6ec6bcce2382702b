package expunge.task;

import expunge.run.Backoff;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Rings any number of bells, and rings again what the queue refuses. */
public final class Ringer {
  private static final int AT_ONCE = 8;
  private static final int TRIES = 8;

  private final Function<TaskKind, Doorbells> queues;
  private final Scheduler scheduler;

  /** Rings {@code doorbells}, whatever the task: for those of one kind alone. */
  public Ringer(Doorbells doorbells, Scheduler scheduler) {
    this(_ -> doorbells, scheduler);
  }

  /** Rings the workers of each kind of task at a queue of their own. */
  public Ringer(Function<TaskKind, Doorbells> queues, Scheduler scheduler) {
    this.queues = queues;
    this.scheduler = scheduler;
  }

  /**
   * Rings for the task as a whole, at once.
   *
   * @throws ExpungeException.Retryable if the queue keeps refusing it
   */
  public void ring(Task task) {
    ring(task.request().kind(), List.of(Doorbell.of(task.id())), Duration.ZERO);
  }

  /**
   * Rings all bells; some may ring twice.
   *
   * @throws ExpungeException.Retryable if the queue keeps refusing some; others may have rung
   */
  public void ring(TaskKind kind, List<Doorbell> bells, Duration delay) {
    Doorbells doorbells = queues.apply(kind);
    List<Doorbell> left = bells;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      left = ringOnce(doorbells, left, delay);
      if (!left.isEmpty()) {
        waitAfter(attempt, left.size());
      }
    }
  }

  private List<Doorbell> ringOnce(Doorbells doorbells, List<Doorbell> bells, Duration delay) {
    List<Supplier<List<Doorbell>>> calls = new ArrayList<>();
    for (int from = 0; from < bells.size(); from += Doorbells.BELLS_PER_CALL) {
      int to = Math.min(bells.size(), from + Doorbells.BELLS_PER_CALL);
      List<Doorbell> part = bells.subList(from, to);
      calls.add(() -> doorbells.ring(part, delay));
    }
    return scheduler.runAll(calls, AT_ONCE).stream().flatMap(List::stream).toList();
  }

  private void waitAfter(int attempt, int refused) {
    if (attempt == TRIES) {
      throw new ExpungeException.Retryable("the queue refused " + refused + " doorbells", null);
    }
    scheduler.waitUntil(Backoff.STANDARD.next(scheduler, attempt));
  }
}
