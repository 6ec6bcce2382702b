package expunge.deletionworker;

import expunge.aws.Deployment;
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
record DeletionWorkerConfig(Deployment deployment, Duration margin, WorkerRules rules) {
  private static final int MARGIN_SECONDS = 20;

  /** A call takes up to 10, and a step of several asks for the deadline before each. */
  private static final int LEAST_MARGIN = 12;

  private static final int MOST_MARGIN = 300;

  /**
   * Reads the environment.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong
   */
  static DeletionWorkerConfig from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    int margin =
        settings.integer("EXPUNGE_MARGIN_SECONDS", MARGIN_SECONDS, LEAST_MARGIN, MOST_MARGIN);
    return new DeletionWorkerConfig(
        Deployment.ofDeletions(settings), Duration.ofSeconds(margin), WorkerRules.from(settings));
  }
}
