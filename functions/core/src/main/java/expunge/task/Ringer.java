package expunge.task;

import expunge.run.Backoff;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Rings any number of bells, and rings again what the queue refuses. */
public final class Ringer {
  private static final int AT_ONCE = 8;
  private static final int TRIES = 8;

  private final Doorbells doorbells;
  private final Scheduler scheduler;

  /** Rings {@code doorbells}. */
  public Ringer(Doorbells doorbells, Scheduler scheduler) {
    this.doorbells = doorbells;
    this.scheduler = scheduler;
  }

  /**
   * Rings one bell at once.
   *
   * @throws ExpungeException.Retryable if the queue keeps refusing it
   */
  public void ring(Doorbell bell) {
    ring(List.of(bell), Duration.ZERO);
  }

  /**
   * Rings all bells; some may ring twice.
   *
   * @throws ExpungeException.Retryable if the queue keeps refusing some; others may have rung
   */
  public void ring(List<Doorbell> bells, Duration delay) {
    List<Doorbell> left = bells;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      left = ringOnce(left, delay);
      if (!left.isEmpty()) {
        waitAfter(attempt, left.size());
      }
    }
  }

  private List<Doorbell> ringOnce(List<Doorbell> bells, Duration delay) {
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
