package expunge.httpapi;

import expunge.access.ConfiguredApiKeys;
import expunge.aws.Deployment;
import expunge.aws.SuppressionSecret;
import expunge.dataset.Datasets;
import expunge.file.Limits;
import expunge.run.Settings;
import expunge.task.TaskKind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the function is told by its environment.
 *
 * @param tasksTable {@code EXPUNGE_TASKS_TABLE}
 * @param accessTable {@code EXPUNGE_ACCESS_TABLE}
 * @param bucket {@code EXPUNGE_BUCKET}
 * @param queues {@code EXPUNGE_DELETION_QUEUE_URL} and {@code EXPUNGE_IMPORT_QUEUE_URL}
 * @param datasets {@code EXPUNGE_DATASETS}, the declaration or {@code @} and the path of its file
 * @param keys {@code EXPUNGE_API_KEYS}, entries {@code role:label:sha256}, or {@code @} and the
 *     path of a file of them
 * @param callsPerWindow {@code EXPUNGE_CALLS_PER_10_SECONDS}, of one key; 0 for any number, 100
 *     unless told otherwise
 * @param sizes how much one call may carry, or ask for
 * @param retention {@code EXPUNGE_RETENTION_DAYS}, how long the record of an ended task stays; 90
 *     days unless told otherwise
 * @param secret {@code EXPUNGE_SUPPRESSION_KEY}, where the key of the suppression lists is; needed
 *     where a dataset keeps one
 * @param limits of the files of tasks that are made here; the same settings as those of intake
 */
record HttpApiConfig(
    String tasksTable,
    String accessTable,
    String bucket,
    Map<TaskKind, String> queues,
    Datasets datasets,
    ConfiguredApiKeys keys,
    int callsPerWindow,
    CallSizes sizes,
    Duration retention,
    SuppressionSecret secret,
    Limits limits) {
  private static final int CALLS = 100;
  private static final int MOST_CALLS = 10_000;

  /**
   * Reads the environment.
   *
   * @throws expunge.run.InvalidSettings with all problems at once
   */
  static HttpApiConfig from(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    String tasksTable = settings.text("EXPUNGE_TASKS_TABLE");
    String accessTable = settings.text("EXPUNGE_ACCESS_TABLE");
    String bucket = settings.text("EXPUNGE_BUCKET");
    Map<TaskKind, String> queues = Deployment.queues(settings);
    Optional<Datasets> datasets = settings.document("EXPUNGE_DATASETS", Datasets::parse);
    Optional<ConfiguredApiKeys> keys =
        settings.document("EXPUNGE_API_KEYS", ConfiguredApiKeys::parse);
    int calls = settings.integer("EXPUNGE_CALLS_PER_10_SECONDS", CALLS, 0, MOST_CALLS);
    CallSizes sizes = CallSizes.from(settings);
    Duration retention = Deployment.retention(settings);
    SuppressionSecret secret = SuppressionSecret.from(settings, datasets);
    Limits limits = Limits.from(settings);
    settings.check();
    return new HttpApiConfig(
        tasksTable,
        accessTable,
        bucket,
        queues,
        datasets.orElseThrow(),
        keys.orElseThrow(),
        calls,
        sizes,
        retention,
        secret,
        limits);
  }
}
