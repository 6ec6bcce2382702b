package expunge.deletionworker;

import expunge.aws.Deployment;
import expunge.deletion.WorkerRules;
import expunge.run.Settings;
import java.time.Duration;
import java.util.Map;

/**
 * What the function needs of its environment.
 *
 * @param margin how long before the end of an invocation no call may begin any more; longer than
 *     the longest call to DynamoDB
 */
record DeletionWorkerConfig(Deployment deployment, Duration margin, WorkerRules rules) {
  private static final Duration MARGIN = Duration.ofSeconds(20);

  /**
   * Reads the environment.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong
   */
  static DeletionWorkerConfig from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    return new DeletionWorkerConfig(Deployment.from(settings), MARGIN, WorkerRules.from(settings));
  }
}
