package expunge.local;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waits for something that another thread brings about. */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration INTERVAL = Duration.ofMillis(10);

  private Eventually() {}

  /** Repeats the assertion until it holds; its last failure goes out after 15 seconds. */
  public static void eventually(ThrowingCallable assertion) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        assertion.call();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(INTERVAL.toNanos());
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Waits until the condition holds; fails after {@code patience}. */
  public static void within(Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come about within " + patience);
      }
      LockSupport.parkNanos(INTERVAL.toNanos());
    }
  }
}
