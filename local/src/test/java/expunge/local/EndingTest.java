package expunge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EndingTest {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean interrupted = new AtomicBoolean();

  @Test
  void whatEndsInTimeIsNotInterrupted() {
    CountDownLatch closing = new CountDownLatch(1);
    threads.execute(() -> await(closing));
    threads.execute(closing::countDown);

    Ending.within(Duration.ofSeconds(30), threads);

    assertThat(threads.isTerminated()).isTrue();
    assertThat(interrupted).isFalse();
  }

  @Test
  void whatTakesTooLongIsInterrupted() {
    threads.execute(() -> await(new CountDownLatch(1)));

    Ending.within(Duration.ofMillis(10), threads);

    assertThat(threads.isTerminated()).isTrue();
    assertThat(interrupted).isTrue();
  }

  private void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      interrupted.set(true);
    }
  }
}
