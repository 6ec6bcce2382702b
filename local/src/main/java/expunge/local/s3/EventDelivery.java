package expunge.local.s3;

import expunge.local.Ending;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Hands events to the subscriber as Lambda's asynchronous invoke does: three attempts in all. */
final class EventDelivery implements AutoCloseable {
  private static final int ATTEMPTS = 3;

  private final Subscription subscription;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  EventDelivery(Subscription subscription) {
    this.subscription = subscription;
  }

  /** Returns at once. */
  void submit(String event) {
    threads.execute(() -> deliver(event));
  }

  private void deliver(String event) {
    try {
      int attempt = 1;
      while (!accepted(event) && attempt < ATTEMPTS) {
        TimeUnit.MILLISECONDS.sleep(subscription.pauseBeforeRetry().toMillis());
        attempt++;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean accepted(String event) {
    try {
      subscription.consumer().accept(event);
      return true;
    } catch (RuntimeException e) {
      subscription.log().accept("an S3 event failed with " + e.getClass().getName());
      return false;
    }
  }

  /**
   * Returns when every submitted event was accepted or given up; one that takes longer than {@link
   * Ending#GRACE} is interrupted and given up.
   */
  @Override
  public void close() {
    Ending.within(Ending.GRACE, threads);
  }
}
