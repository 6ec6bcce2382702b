package expunge.local;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Brings threads to an end within a bound, whatever they are doing. */
public final class Ending {
  /** What is under way may take this long to end by itself. */
  public static final Duration GRACE = Duration.ofSeconds(5);

  private static final Duration AFTER_INTERRUPTION = Duration.ofSeconds(2);

  private Ending() {}

  /**
   * Takes no more tasks, gives those that run {@code grace} to end, interrupts the others, and
   * waits two more seconds for them at most. A second call changes nothing.
   */
  public static void within(Duration grace, ExecutorService threads) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
        threads.awaitTermination(AFTER_INTERRUPTION.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      threads.shutdownNow();
    }
  }
}
