package expunge.housekeeping;

import java.time.Duration;

/**
 * The operator's settings of housekeeping.
 *
 * @param eventLate after which time an object without a task counts as one whose event was lost
 * @param intakeIdle after which time a file that is being read counts as left by its intake; longer
 *     than an intake may last
 * @param taskIdle after which time a task without a commit counts as one whose bells were lost
 */
public record HousekeepingRules(Duration eventLate, Duration intakeIdle, Duration taskIdle) {
  /** 15, 20 and 20 minutes. */
  public static final HousekeepingRules STANDARD =
      new HousekeepingRules(Duration.ofMinutes(15), Duration.ofMinutes(20), Duration.ofMinutes(20));
}
