package expunge.httpapi;

import expunge.access.ApiKeys;
import expunge.access.ConfiguredApiKeys;
import expunge.aws.Deployment;
import expunge.aws.SuppressionSecret;
import expunge.dataset.Datasets;
import expunge.file.Limits;
import expunge.run.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the function is told by its environment.
 *
 * @param tasksTable {@code EXPUNGE_TASKS_TABLE}
 * @param bucket {@code EXPUNGE_BUCKET}
 * @param queueUrl {@code EXPUNGE_DELETION_QUEUE_URL}
 * @param datasets {@code EXPUNGE_DATASETS}, the declaration or {@code @} and the path of its file
 * @param keys {@code EXPUNGE_API_KEYS}, entries {@code role:label:sha256}, or {@code @} and the
 *     path of a file of them
 * @param retention {@code EXPUNGE_RETENTION_DAYS}, how long the record of an ended task stays; 90
 *     days unless told otherwise
 * @param secret {@code EXPUNGE_SUPPRESSION_KEY}, where the key of the suppression lists is; needed
 *     where a dataset keeps one
 * @param limits of the files of tasks that are made here; the same settings as those of intake
 */
record HttpApiConfig(
    String tasksTable,
    String bucket,
    String queueUrl,
    Datasets datasets,
    ApiKeys keys,
    Duration retention,
    SuppressionSecret secret,
    Limits limits) {
  /**
   * Reads the environment.
   *
   * @throws expunge.run.InvalidSettings with all problems at once
   */
  static HttpApiConfig from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    String tasksTable = settings.text("EXPUNGE_TASKS_TABLE");
    String bucket = settings.text("EXPUNGE_BUCKET");
    String queueUrl = settings.text("EXPUNGE_DELETION_QUEUE_URL");
    Optional<Datasets> datasets = settings.document("EXPUNGE_DATASETS", Datasets::parse);
    Optional<ConfiguredApiKeys> keys =
        settings.document("EXPUNGE_API_KEYS", ConfiguredApiKeys::parse);
    Duration retention = Deployment.retention(settings);
    SuppressionSecret secret = SuppressionSecret.from(settings, datasets);
    Limits limits = Limits.from(settings);
    settings.check();
    return new HttpApiConfig(
        tasksTable,
        bucket,
        queueUrl,
        datasets.orElseThrow(),
        keys.orElseThrow(),
        retention,
        secret,
        limits);
  }
}
