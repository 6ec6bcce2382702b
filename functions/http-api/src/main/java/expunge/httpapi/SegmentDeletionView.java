package expunge.httpapi;

import expunge.task.Task;
import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deletion of a segment's members, as its segment shows it. */
@Json
record SegmentDeletionView(
    String taskId,
    String state,
    long profilesDeleted,
    String createdAt,
    @Nullable String finishedAt) {
  static SegmentDeletionView of(Task task) {
    return new SegmentDeletionView(
        task.id().value(),
        task.state().name(),
        task.profilesDeleted(),
        task.createdAt().toString(),
        task.finishedAt().map(Instant::toString).orElse(null));
  }
}
