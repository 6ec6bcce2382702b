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
  private static final int LARGEST_BATCH = 5_000;
  private static final int MOST_ROWS = 99_999_999;
  private static final int ATTEMPTS = 5;
  private static final int MOST_ATTEMPTS = 100;
  private static final int MEGABYTES = 5_000;
  private static final int MOST_MEGABYTES = 50_000;
  private static final long MEGABYTE = 1_000_000L;

  /** Reads them; what is wrong is noted in {@code settings}. */
  public static IntakeRules from(Settings settings, Duration oldest) {
    return new IntakeRules(
        limits(settings),
        settings.integer("EXPUNGE_INTAKE_ATTEMPTS", ATTEMPTS, 1, MOST_ATTEMPTS),
        oldest,
        Guard.from(settings));
  }

  private static Limits limits(Settings settings) {
    Limits standard = Limits.defaults();
    return new Limits(
        MEGABYTE * settings.integer("EXPUNGE_FILE_MEGABYTES", MEGABYTES, 1, MOST_MEGABYTES),
        settings.integer("EXPUNGE_FILE_ROWS", standard.rows(), 1, MOST_ROWS),
        standard.recordBytes(),
        settings.integer("EXPUNGE_BATCH_ROWS", standard.sliceRows(), 1, LARGEST_BATCH),
        standard.sliceBytes());
  }
}
