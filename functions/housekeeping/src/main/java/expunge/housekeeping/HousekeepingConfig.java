package expunge.housekeeping;

import expunge.aws.Deployment;
import expunge.intake.IntakeRules;
import expunge.repair.RepairRules;
import expunge.run.Settings;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.util.Map;

/**
 * What the function needs of its environment.
 *
 * @param margin how long before the end of an invocation no call may begin any more; longer than
 *     the longest call to DynamoDB
 */
record HousekeepingConfig(
    Deployment deployment,
    Duration margin,
    IntakeRules intake,
    WorkerRules workers,
    RepairRules repair) {
  private static final Duration MARGIN = Duration.ofSeconds(20);

  /**
   * Reads the environment.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong
   */
  static HousekeepingConfig from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    IntakeRules intake = IntakeRules.from(settings, Deployment.retention(settings));
    WorkerRules workers = WorkerRules.from(settings);
    RepairRules repair = RepairRules.from(settings);
    return new HousekeepingConfig(Deployment.from(settings), MARGIN, intake, workers, repair);
  }
}
