package expunge.task;

import java.time.Instant;
import java.util.Optional;

/** What a list shows of a task. Counts are not in it: they are the task's own, read strongly. */
public record TaskSummary(
    TaskId id,
    TaskKind kind,
    String dataset,
    String deletionType,
    TaskState state,
    Optional<String> description,
    String fileName,
    Instant createdAt,
    Optional<Instant> finishedAt) {
  /** Without the operator's words and the file's name. */
  @Override
  public String toString() {
    return "TaskSummary[" + id + ", " + state + "]";
  }
}
