package expunge.importworker;

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
record ImportWorkerConfig(Deployment deployment, Duration margin, WorkerRules rules) {
  /**
   * Reads the environment.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong
   */
  static ImportWorkerConfig from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    Duration margin = WorkerRules.margin(settings);
    WorkerRules rules = WorkerRules.from(settings);
    return new ImportWorkerConfig(Deployment.ofWorker(settings, TaskKind.IMPORT), margin, rules);
  }
}
