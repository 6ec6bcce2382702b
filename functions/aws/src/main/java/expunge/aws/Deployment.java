package expunge.aws;

import expunge.dataset.Datasets;
import expunge.run.Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * What every function on the path of a row needs to know of the system it is part of.
 *
 * @param tasksTable a table as {@link TasksTable} defines it
 * @param queueUrl the queue of deletions
 * @param apiUrl where the HTTP API answers, without a slash at its end; empty where links are to be
 *     relative
 * @param retention how long the records of ended tasks are kept
 */
public record Deployment(
    String tasksTable,
    String bucket,
    String queueUrl,
    Datasets datasets,
    String apiUrl,
    Duration retention) {
  private static final int DAYS = 90;
  private static final int MOST_DAYS = 3_650;

  /**
   * Reads the last of a function's settings and checks them all.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong, the function's own included
   */
  public static Deployment from(Settings settings) {
    String tasksTable = settings.text("EXPUNGE_TASKS_TABLE");
    String bucket = settings.text("EXPUNGE_BUCKET");
    String queueUrl = settings.text("EXPUNGE_DELETION_QUEUE_URL");
    Optional<Datasets> datasets = settings.document("EXPUNGE_DATASETS", Datasets::parse);
    String apiUrl = settings.address("EXPUNGE_API_URL", "");
    Duration retention = retention(settings);
    settings.check();
    return new Deployment(tasksTable, bucket, queueUrl, datasets.orElseThrow(), apiUrl, retention);
  }

  /** How long the records of ended tasks are kept; 90 days unless told otherwise. */
  public static Duration retention(Settings settings) {
    return Duration.ofDays(settings.integer("EXPUNGE_RETENTION_DAYS", DAYS, 1, MOST_DAYS));
  }
}
