package expunge.httpapi;

import expunge.control.Retry;
import expunge.control.TaskControl;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/** Where to go on from a task; a link is there only where its call would be accepted. */
@Json
record LinksView(
    String self,
    @Nullable String report,
    @Nullable String confirm,
    @Nullable String pause,
    @Nullable String resume,
    @Nullable String cancel,
    @Nullable String retry) {
  static LinksView of(Task task) {
    return new LinksView(
        self(task.id()),
        link(task, "report", task.hasReport()),
        link(task, "confirm", task.state() == TaskState.AWAITING_CONFIRMATION),
        link(task, "pause", task.state() == TaskState.RUNNING),
        link(task, "resume", task.state() == TaskState.PAUSED),
        link(task, "cancel", TaskControl.isCancellable(task.state())),
        link(task, "retry", Retry.isPossible(task)));
  }

  static LinksView of(TaskId id) {
    return new LinksView(self(id), null, null, null, null, null, null);
  }

  private static @Nullable String link(Task task, String call, boolean possible) {
    return possible ? self(task.id()) + "/" + call : null;
  }

  private static String self(TaskId id) {
    return "/tasks/" + id;
  }
}
