package expunge.run;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The real thing: the system's clock, virtual threads, and a secure source of randomness. */
public final class SystemScheduler implements Scheduler {
  private static final int ID_BYTES = 16;

  private final Clock clock = Clock.systemUTC();
  private final SecureRandom random = new SecureRandom();

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void waitUntil(Instant moment) {
    Duration left = Duration.between(now(), moment);
    if (left.isPositive()) {
      sleep(left);
    }
  }

  @Override
  public <T> List<T> runAll(List<? extends Supplier<? extends T>> calls, int atMost) {
    if (atMost < 1) {
      throw new IllegalArgumentException("at least 1 call at once, got " + atMost);
    }
    if (calls.size() == 1) {
      return List.of(calls.getFirst().get());
    }
    Semaphore places = new Semaphore(atMost);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>(calls.size());
      for (Supplier<? extends T> call : calls) {
        places.acquireUninterruptibly();
        running.add(threads.submit(() -> inItsPlace(call, places)));
      }
      return resultsOf(running);
    }
  }

  @Override
  public double random() {
    return random.nextDouble();
  }

  @Override
  public void fillRandomly(byte[] bytes) {
    random.nextBytes(bytes);
  }

  @Override
  public String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Ids.from(bytes);
  }

  private static <T> T inItsPlace(Supplier<? extends T> call, Semaphore places) {
    try {
      return call.get();
    } finally {
      places.release();
    }
  }

  private static <T> List<T> resultsOf(List<Future<T>> running) {
    List<T> results = new ArrayList<>(running.size());
    @Nullable RuntimeException first = null;
    for (Future<T> call : running) {
      try {
        results.add(call.get());
      } catch (ExecutionException failed) {
        first = firstOf(first, failed.getCause());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for calls", interrupted);
      }
    }
    if (first != null) {
      throw first;
    }
    return List.copyOf(results);
  }

  private static RuntimeException firstOf(
      @Nullable RuntimeException first, @Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (first == null) {
      return failure instanceof RuntimeException known
          ? known
          : new IllegalStateException("a call failed", failure);
    }
    if (failure != null && !failure.equals(first)) {
      first.addSuppressed(failure);
    }
    return first;
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", interrupted);
    }
  }
}
