package expunge.httpapi;

import expunge.balance.Outcome;
import expunge.object.Upload;
import expunge.report.ProblemJson;
import expunge.task.Origin;
import expunge.task.Task;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task as the API shows it. What does not exist (yet) is left out.
 *
 * @param deletionType of a deletion
 * @param segmentId whose members it deletes
 * @param settings of an import
 * @param balance every outcome of such a task, also those without a row
 * @param createdAt as the other times in RFC 3339, UTC
 * @param upload how to send its file, in the answer to who made the task
 */
@Json
record TaskView(
    String taskId,
    String kind,
    String dataset,
    @Nullable String deletionType,
    String state,
    boolean dryRun,
    @Nullable String description,
    @Nullable String reason,
    @Nullable String purpose,
    @Nullable String requestedBy,
    @Nullable String segmentId,
    @Json.Property("import") @Nullable ImportView settings,
    FileView file,
    ProgressView progress,
    Map<String, Long> balance,
    long profilesDeleted,
    @Nullable ProblemJson problem,
    String createdAt,
    @Nullable String startedAt,
    @Nullable String finishedAt,
    LinksView links,
    @Nullable UploadView upload) {

  static TaskView of(Task task, Instant now) {
    return of(task, now, Optional.empty());
  }

  static TaskView of(Task task, Instant now, Optional<Upload> upload) {
    return new TaskView(
        task.id().value(),
        task.request().kind().word(),
        task.request().dataset(),
        deletionType(task.request().deletionType()),
        task.state().name(),
        task.request().dryRun(),
        task.request().description().orElse(null),
        task.request().reason().orElse(null),
        task.request().purpose().orElse(null),
        task.request().requestedBy().orElse(null),
        task.request().origin() instanceof Origin.Segment(String id, _) ? id : null,
        task.request().settings().map(ImportView::of).orElse(null),
        FileView.of(task),
        ProgressView.of(task, now),
        balance(task),
        task.profilesDeleted(),
        task.problem().map(ProblemJson::of).orElse(null),
        task.createdAt().toString(),
        task.startedAt().map(Instant::toString).orElse(null),
        task.finishedAt().map(Instant::toString).orElse(null),
        LinksView.of(task),
        upload.map(UploadView::of).orElse(null));
  }

  /** Left out of an import. */
  static @Nullable String deletionType(String type) {
    return type.isEmpty() ? null : type;
  }

  private static Map<String, Long> balance(Task task) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      if (task.request().kind().hasRows(outcome)) {
        counts.put(outcome.word(), task.balance().count(outcome));
      }
    }
    return counts;
  }
}
