package expunge.access;

import expunge.run.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a key may call: so many times in each window of 10 s, over all instances together. A
 * window begins when the clock shows a multiple of 10 s.
 */
public final class CallLimit {
  /** How long calls are counted together. */
  public static final Duration WINDOW = Duration.ofSeconds(10);

  private final CallCounter counter;
  private final int most;
  private final Scheduler scheduler;

  /**
   * With this counter.
   *
   * @param most calls in a window; 0 to let all through, and count none
   */
  public CallLimit(CallCounter counter, int most, Scheduler scheduler) {
    this.counter = counter;
    this.most = most;
    this.scheduler = scheduler;
  }

  /**
   * Counts a call.
   *
   * @return empty where it may go on; otherwise how long it is until the next window
   */
  public Optional<Duration> count(ApiKey caller) {
    if (most == 0) {
      return Optional.empty();
    }
    Instant now = scheduler.now();
    Instant window = windowOf(now);
    return counter.count(caller.id(), window, most)
        ? Optional.empty()
        : Optional.of(Duration.between(now, window.plus(WINDOW)));
  }

  private static Instant windowOf(Instant now) {
    long seconds = now.getEpochSecond();
    return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, WINDOW.toSeconds()));
  }
}
