package expunge.fileintake;

import expunge.aws.Deployment;
import expunge.file.Limits;
import expunge.intake.IntakeRules;
import expunge.run.Settings;
import java.util.Map;

/** What the function needs of its environment. */
record FileIntakeConfig(Deployment deployment, IntakeRules rules) {
  private static final int LARGEST_BATCH = 5_000;
  private static final int MOST_ROWS = 99_999_999;
  private static final int ATTEMPTS = 5;
  private static final int MOST_ATTEMPTS = 100;
  private static final int MEGABYTES = 5_000;
  private static final int MOST_MEGABYTES = 50_000;
  private static final long MEGABYTE = 1_000_000L;

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
        deployment, new IntakeRules(limits, attempts, deployment.retention()));
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
