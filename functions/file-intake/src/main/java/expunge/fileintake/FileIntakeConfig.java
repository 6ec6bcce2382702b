package expunge.fileintake;

import expunge.aws.Deployment;
import expunge.intake.IntakeRules;
import expunge.run.Settings;
import java.util.Map;

/** What the function needs of its environment. */
record FileIntakeConfig(Deployment deployment, IntakeRules rules) {
  /**
   * Reads the environment.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong
   */
  static FileIntakeConfig from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    IntakeRules rules = IntakeRules.from(settings, Deployment.retention(settings));
    return new FileIntakeConfig(Deployment.from(settings), rules);
  }
}
