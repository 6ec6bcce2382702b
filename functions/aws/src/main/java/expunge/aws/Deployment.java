package expunge.aws;

import expunge.dataset.Datasets;
import expunge.run.Settings;
import expunge.task.TaskKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every function on the path of a row needs to know of the system it is part of.
 *
 * @param tasksTable a table as {@link TasksTable} defines it
 * @param queues the URL of the queue of each kind of task that the function rings for
 * @param apiUrl where the HTTP API answers, without a slash at its end; empty where links are to be
 *     relative
 * @param retention how long the records of ended tasks are kept
 * @param secret where the key of the suppression lists is; none for who asks nobody
 */
public record Deployment(
    String tasksTable,
    String bucket,
    Map<TaskKind, String> queues,
    Datasets datasets,
    String apiUrl,
    Duration retention,
    SuppressionSecret secret) {
  private static final int DAYS = 90;
  private static final int MOST_DAYS = 3_650;

  /** Copies the map. */
  public Deployment {
    queues = Map.copyOf(queues);
  }

  /**
   * Reads the last of a function's settings and checks them all.
   *
   * @throws expunge.run.InvalidSettings with everything that is wrong, the function's own included
   */
  public static Deployment from(Settings settings) {
    return from(settings, queues(settings), _ -> new SuppressionSecret.None());
  }

  /** As {@link #from}, for the worker of one kind of task. */
  public static Deployment ofWorker(Settings settings, TaskKind kind) {
    return from(
        settings,
        Map.of(kind, queue(settings, kind)),
        datasets -> SuppressionSecret.from(settings, datasets));
  }

  /** The queues of all kinds of task; what is wrong is noted in {@code settings}. */
  public static Map<TaskKind, String> queues(Settings settings) {
    Map<TaskKind, String> queues = new EnumMap<>(TaskKind.class);
    for (TaskKind kind : TaskKind.values()) {
      queues.put(kind, queue(settings, kind));
    }
    return queues;
  }

  private static String queue(Settings settings, TaskKind kind) {
    return settings.text(
        switch (kind) {
          case DELETION -> "EXPUNGE_DELETION_QUEUE_URL";
          case IMPORT -> "EXPUNGE_IMPORT_QUEUE_URL";
        });
  }

  private static Deployment from(
      Settings settings,
      Map<TaskKind, String> queues,
      Function<Optional<Datasets>, SuppressionSecret> secrets) {
    String tasksTable = settings.text("EXPUNGE_TASKS_TABLE");
    String bucket = settings.text("EXPUNGE_BUCKET");
    Optional<Datasets> datasets = settings.document("EXPUNGE_DATASETS", Datasets::parse);
    String apiUrl = settings.address("EXPUNGE_API_URL", "");
    Duration retention = retention(settings);
    SuppressionSecret secret = secrets.apply(datasets);
    settings.check();
    return new Deployment(
        tasksTable, bucket, queues, datasets.orElseThrow(), apiUrl, retention, secret);
  }

  /** How long the records of ended tasks are kept; 90 days unless told otherwise. */
  public static Duration retention(Settings settings) {
    return Duration.ofDays(settings.integer("EXPUNGE_RETENTION_DAYS", DAYS, 1, MOST_DAYS));
  }
}
