package expunge.deletionworker;

import expunge.aws.Deployment;
import expunge.run.Settings;
import expunge.task.TaskKind;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.util.Map;

/**
 * What the function needs of its environment.
 *
 * @param margin how long before the end of an invocation no call may begin any more
 */
record DeletionWorkerConfig(Deployment deployment, Duration margin, WorkerRules rules) {
  /**
   * Reads the environment.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong
   */
  static DeletionWorkerConfig from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    Duration margin = WorkerRules.margin(settings);
    WorkerRules rules = WorkerRules.from(settings);
    return new DeletionWorkerConfig(
        Deployment.ofWorker(settings, TaskKind.DELETION), margin, rules);
  }
}
