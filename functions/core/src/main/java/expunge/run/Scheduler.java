package expunge.run;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Time, waiting, concurrency, ids and randomness. Nothing else in core or the functions may read a
 * clock, start a thread, sleep or roll dice. Implementations are safe for use by several threads.
 */
public interface Scheduler {
  /** The time now, to the millisecond at least. It may stand still between two calls. */
  Instant now();

  /** Returns at {@code moment} or later; at once where that has passed. */
  void waitUntil(Instant moment);

  /**
   * Runs all calls, at most {@code atMost} at once, and returns when every one has ended.
   *
   * @param atMost at least 1
   * @return the results, in the order of the calls
   * @throws IllegalArgumentException if {@code atMost} is less, before any call runs
   * @throws RuntimeException the failure of the earliest call that failed, after all have ended,
   *     with the others as suppressed; a failed call does not keep the others from running
   */
  <T> List<T> runAll(List<? extends Supplier<? extends T>> calls, int atMost);

  /** A number from 0 (inclusive) to 1 (exclusive), for jitter. */
  double random();

  /** Fills the array with bytes that nobody can guess, for what is to be secret. */
  void fillRandomly(byte[] bytes);

  /** A fresh id of 26 lower-case letters and digits, from at least 128 random bits. */
  String newId();
}
