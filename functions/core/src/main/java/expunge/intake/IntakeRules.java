package expunge.intake;

import expunge.file.Limits;
import expunge.run.Settings;
import java.time.Duration;

/**
 * The operator's settings of intake.
 *
 * @param limits the bounds of a file and of a batch, for tasks made from now on
 * @param attempts how many times the reading of a file may begin before it is rejected
 * @param oldest how old an object may be; not more than finished tasks are kept, so that no file is
 *     run twice
 * @param guard which dropped files wait for a confirmation
 */
public record IntakeRules(Limits limits, int attempts, Duration oldest, Guard guard) {
  private static final int ATTEMPTS = 5;
  private static final int MOST_ATTEMPTS = 100;

  /** Reads them; what is wrong is noted in {@code settings}. */
  public static IntakeRules from(Settings settings, Duration oldest) {
    return new IntakeRules(
        Limits.from(settings),
        settings.integer("EXPUNGE_INTAKE_ATTEMPTS", ATTEMPTS, 1, MOST_ATTEMPTS),
        oldest,
        Guard.from(settings));
  }
}
