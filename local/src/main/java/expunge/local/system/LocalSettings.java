package expunge.local.system;

import expunge.access.Role;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a client, a function or a test has to know of a running system.
 *
 * @param datasets the file of the declaration in use
 * @param suppressionKey the file with the key of the suppression lists
 * @param guard whether files that look like a mistake wait for a confirmation
 */
public record LocalSettings(
    Endpoints endpoints,
    URI api,
    LocalKeys keys,
    String bucket,
    String tasksTable,
    String accessTable,
    Resources.Queues queues,
    Path datasets,
    Path suppressionKey,
    boolean guard) {

  /** More than in AWS, as whoever tries things out looks at a task ten times a second. */
  private static final String CALLS_PER_10_SECONDS = "1000";

  private static final List<String> GUARD =
      List.of(
          "EXPUNGE_GUARD_ROWS", "EXPUNGE_GUARD_DATASET_PERCENT", "EXPUNGE_GUARD_INVALID_PERCENT");

  /** The queue of the doorbells of deletions. */
  public String deletionQueueUrl() {
    return queues.deletions().bells();
  }

  /** The doorbells of deletions that were given up. */
  public String deadLettersUrl() {
    return queues.deletions().deadLetters();
  }

  /** What any shell or client can source. */
  public Map<String, String> clientEnvironment() {
    Map<String, String> variables = new LinkedHashMap<>(endpoints.environment());
    variables.put("EXPUNGE_API_URL", api.toString());
    variables.put("EXPUNGE_ADMINISTRATOR_KEY", keys.text(Role.ADMINISTRATOR));
    variables.put("EXPUNGE_OPERATOR_KEY", keys.text(Role.OPERATOR));
    variables.put("EXPUNGE_VIEWER_KEY", keys.text(Role.VIEWER));
    variables.put("EXPUNGE_BUCKET", bucket);
    variables.put("EXPUNGE_TASKS_TABLE", tasksTable);
    variables.put("EXPUNGE_DELETION_QUEUE_URL", queues.deletions().bells());
    variables.put("EXPUNGE_IMPORT_QUEUE_URL", queues.imports().bells());
    variables.put("EXPUNGE_DATASETS", "@" + datasets);
    variables.put("EXPUNGE_SUPPRESSION_KEY", "@" + suppressionKey);
    return variables;
  }

  /** What a function needs; the same that the template gives it in AWS. */
  public Map<String, String> functionEnvironment() {
    Map<String, String> variables = new LinkedHashMap<>(endpoints.environment());
    variables.put("EXPUNGE_TASKS_TABLE", tasksTable);
    variables.put("EXPUNGE_BUCKET", bucket);
    variables.put("EXPUNGE_DELETION_QUEUE_URL", queues.deletions().bells());
    variables.put("EXPUNGE_IMPORT_QUEUE_URL", queues.imports().bells());
    variables.put("EXPUNGE_DATASETS", "@" + datasets);
    variables.put("EXPUNGE_SUPPRESSION_KEY", "@" + suppressionKey);
    variables.put("EXPUNGE_API_URL", api.toString());
    variables.put("EXPUNGE_ACCESS_TABLE", accessTable);
    variables.put("EXPUNGE_API_KEYS", keys.configuration());
    variables.put("EXPUNGE_CALLS_PER_10_SECONDS", CALLS_PER_10_SECONDS);
    variables.put("EXPUNGE_WORKERS", "1");
    if (!guard) {
      GUARD.forEach(limit -> variables.put(limit, "0"));
    }
    return variables;
  }
}
