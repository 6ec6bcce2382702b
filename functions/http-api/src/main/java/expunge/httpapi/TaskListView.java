package expunge.httpapi;

import expunge.task.TaskPage;
import expunge.task.TaskSummary;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of tasks.
 *
 * @param nextToken left out after the last page
 */
@Json
record TaskListView(List<Entry> tasks, @Nullable String nextToken) {
  static TaskListView of(TaskPage page) {
    return new TaskListView(
        page.tasks().stream().map(Entry::of).toList(), page.nextToken().orElse(null));
  }

  /** What a list shows of a task: the members of {@link TaskView} that do not change with rows. */
  @Json
  record Entry(
      String taskId,
      String kind,
      String dataset,
      @Nullable String deletionType,
      String state,
      @Nullable String description,
      FileView file,
      String createdAt,
      @Nullable String finishedAt,
      LinksView links) {
    static Entry of(TaskSummary task) {
      return new Entry(
          task.id().value(),
          task.kind().word(),
          task.dataset(),
          TaskView.deletionType(task.deletionType()),
          task.state().name(),
          task.description().orElse(null),
          FileView.named(task.fileName()),
          task.createdAt().toString(),
          task.finishedAt().map(Instant::toString).orElse(null),
          LinksView.of(task.id()));
    }
  }
}
