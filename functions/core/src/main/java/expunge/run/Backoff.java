package expunge.run;

import java.time.Duration;
import java.time.Instant;

/**
 * Waits before a repetition: exponential with full jitter, so that workers that were throttled
 * together do not come back together.
 *
 * @param base the upper bound of the first wait
 * @param cap the upper bound of every wait
 */
public record Backoff(Duration base, Duration cap) {
  /** 50 ms at first, 5 s at most. */
  public static final Backoff STANDARD = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5));

  private static final int LARGEST_SHIFT = 20;

  /**
   * When to try again.
   *
   * @param attempt how many tries have failed, from 1
   */
  public Instant next(Scheduler scheduler, int attempt) {
    long bound = base.toMillis() << Math.min(attempt - 1, LARGEST_SHIFT);
    long wait = (long) (scheduler.random() * Math.min(bound, cap.toMillis()));
    return scheduler.now().plusMillis(wait);
  }
}
