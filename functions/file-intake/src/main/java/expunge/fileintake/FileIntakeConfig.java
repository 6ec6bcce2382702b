package expunge.fileintake;

import expunge.aws.Deployment;
import expunge.file.Limits;
import expunge.intake.Guard;
import expunge.intake.IntakeRules;
import expunge.run.Settings;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the function needs of its environment. */
record FileIntakeConfig(Deployment deployment, IntakeRules rules) {
  private static final int LARGEST_BATCH = 5_000;
  private static final int MOST_ROWS = 99_999_999;
  private static final int ATTEMPTS = 5;
  private static final int MOST_ATTEMPTS = 100;
  private static final int MEGABYTES = 5_000;
  private static final int MOST_MEGABYTES = 50_000;
  private static final long MEGABYTE = 1_000_000L;
  private static final int GUARD_ROWS = 100_000;
  private static final int GUARD_DATASET_PERCENT = 20;
  private static final int GUARD_INVALID_PERCENT = 5;
  private static final int PERCENT = 100;

  /**
   * Reads the environment.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong
   */
  static FileIntakeConfig from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    Limits limits = limits(settings);
    int attempts = settings.integer("EXPUNGE_INTAKE_ATTEMPTS", ATTEMPTS, 1, MOST_ATTEMPTS);
    Deployment deployment = Deployment.from(settings);
    return new FileIntakeConfig(
        deployment, new IntakeRules(limits, attempts, deployment.retention(), guard(settings)));
  }

  /** For each limit, 0 holds nothing. */
  private static Guard guard(Settings settings) {
    int rows = settings.integer("EXPUNGE_GUARD_ROWS", GUARD_ROWS, 0, MOST_ROWS);
    int dataset =
        settings.integer("EXPUNGE_GUARD_DATASET_PERCENT", GUARD_DATASET_PERCENT, 0, PERCENT);
    int invalid =
        settings.integer("EXPUNGE_GUARD_INVALID_PERCENT", GUARD_INVALID_PERCENT, 0, PERCENT);
    return new Guard(
        rows == 0 ? OptionalLong.empty() : OptionalLong.of(rows),
        dataset == 0 ? OptionalInt.empty() : OptionalInt.of(dataset),
        invalid == 0 ? OptionalInt.empty() : OptionalInt.of(invalid));
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
