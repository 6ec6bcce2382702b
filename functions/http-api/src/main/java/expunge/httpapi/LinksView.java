package expunge.httpapi;

import expunge.task.Task;
import expunge.task.TaskId;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/** Where to go on from a task; a link is there only where its call would be accepted. */
@Json
record LinksView(String self, @Nullable String report) {
  static LinksView of(Task task) {
    String self = self(task.id());
    return new LinksView(self, ReportCalls.hasReport(task) ? self + "/report" : null);
  }

  static LinksView of(TaskId id) {
    return new LinksView(self(id), null);
  }

  private static String self(TaskId id) {
    return "/tasks/" + id;
  }
}
