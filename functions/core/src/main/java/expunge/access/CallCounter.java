package expunge.access;

import java.time.Instant;

/** Counts calls, together with everybody else who counts those of the same key. */
@FunctionalInterface
public interface CallCounter {
  /**
   * Counts one more call, unless as many as are allowed are counted already. Where an answer got
   * lost on its way here, a call may be counted twice, and never is one let in beyond the limit.
   *
   * @param window when the time began in which calls are counted together
   * @param most at least 1
   * @return whether it was counted
   * @throws expunge.run.ExpungeException retryable where nothing could be counted for now
   */
  boolean count(KeyId caller, Instant window, int most);
}
