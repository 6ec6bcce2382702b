package expunge.aws;

import expunge.dataset.Datasets;
import expunge.run.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every function on the path of a row needs to know of the system it is part of.
 *
 * @param tasksTable a table as {@link TasksTable} defines it
 * @param queueUrl the queue of deletions
 * @param apiUrl where the HTTP API answers, without a slash at its end; empty where links are to be
 *     relative
 * @param retention how long the records of ended tasks are kept
 * @param secret where the key of the suppression lists is; none for who deletes nobody
 */
public record Deployment(
    String tasksTable,
    String bucket,
    String queueUrl,
    Datasets datasets,
    String apiUrl,
    Duration retention,
    SuppressionSecret secret) {
  private static final int DAYS = 90;
  private static final int MOST_DAYS = 3_650;

  /**
   * Reads the last of a function's settings and checks them all.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong, the function's own included
   */
  public static Deployment from(Settings settings) {
    return from(settings, _ -> new SuppressionSecret.None());
  }

  /** As {@link #from}, for a function that deletes profiles. */
  public static Deployment ofDeletions(Settings settings) {
    return from(settings, datasets -> SuppressionSecret.from(settings, datasets));
  }

  private static Deployment from(
      Settings settings, Function<Optional<Datasets>, SuppressionSecret> secrets) {
    String tasksTable = settings.text("EXPUNGE_TASKS_TABLE");
    String bucket = settings.text("EXPUNGE_BUCKET");
    String queueUrl = settings.text("EXPUNGE_DELETION_QUEUE_URL");
    Optional<Datasets> datasets = settings.document("EXPUNGE_DATASETS", Datasets::parse);
    String apiUrl = settings.address("EXPUNGE_API_URL", "");
    Duration retention = retention(settings);
    SuppressionSecret secret = secrets.apply(datasets);
    settings.check();
    return new Deployment(
        tasksTable, bucket, queueUrl, datasets.orElseThrow(), apiUrl, retention, secret);
  }

  /** How long the records of ended tasks are kept; 90 days unless told otherwise. */
  public static Duration retention(Settings settings) {
    return Duration.ofDays(settings.integer("EXPUNGE_RETENTION_DAYS", DAYS, 1, MOST_DAYS));
  }
}
