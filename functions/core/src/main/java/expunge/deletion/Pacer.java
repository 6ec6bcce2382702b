package expunge.deletion;

import expunge.dataset.Dataset;
import expunge.run.Scheduler;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps this worker below its share of a dataset's ceiling of writes per second. It lasts as long
 * as the worker's process, across invocations.
 */
final class Pacer {
  private static final double SECOND = 1e9;

  private final Scheduler scheduler;
  private final int workers;
  private final Map<String, Instant> free = new HashMap<>();

  Pacer(Scheduler scheduler, int workers) {
    this.scheduler = scheduler;
    this.workers = workers;
  }

  /** The most writes that may be sent together: a second's share where there is a ceiling. */
  int together(Dataset dataset, int wanted) {
    return dataset.writesPerSecond().isPresent()
        ? Math.min(wanted, Math.max(1, (int) share(dataset)))
        : wanted;
  }

  /** When the next {@code writes} may be sent; counts them as sent then. */
  synchronized Instant reserve(Dataset dataset, int writes) {
    Instant now = scheduler.now();
    if (dataset.writesPerSecond().isEmpty()) {
      return now;
    }
    Instant next = free.getOrDefault(dataset.name(), now);
    Instant start = next.isAfter(now) ? next : now;
    free.put(dataset.name(), start.plusNanos((long) (writes * SECOND / share(dataset))));
    return start;
  }

  /** Writes per second; less than one where there are more workers than writes. */
  private double share(Dataset dataset) {
    return dataset.writesPerSecond().orElse(Integer.MAX_VALUE) / (double) workers;
  }
}
