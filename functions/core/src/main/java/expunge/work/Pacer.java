package expunge.work;

import expunge.dataset.Dataset;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps this worker below its share of a dataset's ceiling of writes per second. It lasts as long
 * as the worker's process, across invocations.
 */
public final class Pacer {
  private static final double SECOND = 1e9;

  private final Scheduler scheduler;
  private final int workers;
  private final Map<String, Instant> free = new HashMap<>();

  /** One of so many workers. */
  public Pacer(Scheduler scheduler, int workers) {
    this.scheduler = scheduler;
    this.workers = workers;
  }

  /** The most writes that may be sent together: a second's share where there is a ceiling. */
  public int together(Dataset dataset, int wanted) {
    return dataset.writesPerSecond().isPresent()
        ? Math.min(wanted, Math.max(1, (int) share(dataset)))
        : wanted;
  }

  /**
   * When the next {@code writes} may be sent; counts them as sent then.
   *
   * @return empty where that is after the deadline, and then nothing is counted
   */
  public synchronized Optional<Instant> reserve(Dataset dataset, int writes, Deadline deadline) {
    Instant start = opens(dataset);
    if (!deadline.allows(start)) {
      return Optional.empty();
    }
    if (dataset.writesPerSecond().isPresent()) {
      free.put(dataset.name(), start.plusNanos((long) (writes * SECOND / share(dataset))));
    }
    return Optional.of(start);
  }

  /** When the next write may be sent. */
  public synchronized Instant opens(Dataset dataset) {
    Instant now = scheduler.now();
    Instant next = free.getOrDefault(dataset.name(), now);
    return next.isAfter(now) ? next : now;
  }

  /** Writes per second; less than one where there are more workers than writes. */
  private double share(Dataset dataset) {
    return dataset.writesPerSecond().orElse(Integer.MAX_VALUE) / (double) workers;
  }
}
