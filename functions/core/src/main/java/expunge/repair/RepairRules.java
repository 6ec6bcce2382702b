package expunge.repair;

import expunge.run.Settings;
import java.time.Duration;

/**
 * The operator's settings of housekeeping.
 *
 * @param eventLate after which time an object without a task counts as one whose event was lost
 * @param intakeIdle after which time a file that is being read counts as left by its intake; longer
 *     than an intake may last
 * @param taskIdle after which time a task without a commit counts as one whose bells were lost
 */
public record RepairRules(Duration eventLate, Duration intakeIdle, Duration taskIdle) {
  /** 15, 20 and 20 minutes. */
  public static final RepairRules STANDARD =
      new RepairRules(Duration.ofMinutes(15), Duration.ofMinutes(20), Duration.ofMinutes(20));

  private static final int MOST_MINUTES = 1_440;

  /** No function runs for longer than fifteen. */
  private static final int LONGER_THAN_AN_INTAKE = 16;

  /** Reads them; what is wrong is noted in {@code settings}. */
  public static RepairRules from(Settings settings) {
    return new RepairRules(
        minutes(settings, "EXPUNGE_EVENT_LATE_MINUTES", STANDARD.eventLate, 0),
        minutes(
            settings, "EXPUNGE_INTAKE_IDLE_MINUTES", STANDARD.intakeIdle, LONGER_THAN_AN_INTAKE),
        minutes(settings, "EXPUNGE_TASK_IDLE_MINUTES", STANDARD.taskIdle, 0));
  }

  private static Duration minutes(Settings settings, String name, Duration standard, int least) {
    return Duration.ofMinutes(
        settings.integer(name, (int) standard.toMinutes(), least, MOST_MINUTES));
  }
}
