package expunge.simulator.check;

import expunge.item.Value;
import java.util.Map;
import java.util.Optional;

/**
 * What a profile had to do with a row from the moment on when its batch was looked up until it was
 * final.
 *
 * @param first the profile at that moment, where it had the row's identifier
 * @param free whether it ever had the identifier and no protection
 * @param held whether it ever had the identifier and protection, or got that later
 * @param late whether it got the identifier so late that an index may not have known
 * @param touched whether somebody else changed it while it had the identifier, before or after
 * @param lost whether it lost the identifier by somebody else
 * @param removedAt when the row's task took last what it was to take from it; negative where it did
 *     not
 * @param remade whether somebody else made it anew after that
 * @param kept whether it still had the identifier after that
 * @param bare whether it ever had the identifier, and nothing that the task takes
 */
record Stay(
    String key,
    Optional<Map<String, Value>> first,
    boolean free,
    boolean held,
    boolean late,
    boolean touched,
    boolean lost,
    long removedAt,
    boolean remade,
    boolean kept,
    boolean bare) {
  /** Whether it had the identifier at all. */
  boolean any() {
    return free || held;
  }

  /** Whether the task took from it what it was to take. */
  boolean isRemoved() {
    return removedAt >= 0;
  }

  /**
   * Whether it had the identifier all the time, but for what the task did, and every index knew.
   */
  boolean isSteady() {
    return first.isPresent() && !late && !touched && !remade;
  }
}
