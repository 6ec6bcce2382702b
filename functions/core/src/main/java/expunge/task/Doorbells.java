package expunge.task;

import java.time.Duration;
import java.util.List;

/** Rings workers to look at a task or a batch: at least once, in any order, any time later. */
public interface Doorbells {
  /** The most bells that one call takes. */
  int BELLS_PER_CALL = 10;

  /** The longest delay. */
  Duration LONGEST_DELAY = Duration.ofMinutes(15);

  /**
   * Rings.
   *
   * @param bells at most {@link #BELLS_PER_CALL}
   * @param delay from zero to {@link #LONGEST_DELAY}; rounded up to whole seconds
   * @return those that were refused and have to be rung again; empty where all went through
   * @throws expunge.run.ExpungeException where it is unknown which have rung
   * @throws IllegalArgumentException if there are too many, or the delay is out of its bounds
   */
  List<Doorbell> ring(List<Doorbell> bells, Duration delay);
}
