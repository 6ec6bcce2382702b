package expunge.simulator.contract;

import expunge.run.ExpungeException;
import expunge.run.SystemScheduler;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Runs calls on real threads, and repeats those that the store was too busy for. */
public final class AtOnce {
  private static final int TRIES = 50;

  private AtOnce() {}

  /** What {@code times} calls answer that run at once, numbered from 1. */
  public static <T> List<T> run(int times, IntFunction<T> call) {
    CyclicBarrier start = new CyclicBarrier(times);
    List<Supplier<T>> calls =
        IntStream.rangeClosed(1, times)
            .mapToObj(
                n ->
                    (Supplier<T>)
                        () -> {
                          awaitAll(start);
                          return untilAnswered(() -> call.apply(n));
                        })
            .toList();
    return new SystemScheduler().runAll(calls, times);
  }

  private static void awaitAll(CyclicBarrier start) {
    try {
      start.await();
    } catch (InterruptedException | BrokenBarrierException failure) {
      throw new IllegalStateException("the calls did not begin together", failure);
    }
  }

  private static <T> T untilAnswered(Supplier<T> call) {
    for (int tries = 1; tries < TRIES; tries++) {
      try {
        return call.get();
      } catch (ExpungeException.Retryable busy) {
        Thread.onSpinWait();
      }
    }
    return call.get();
  }
}
