package expunge.httpapi;

import expunge.object.ObjectStore;
import expunge.report.ResultKeys;
import expunge.task.Task;
import expunge.task.TaskStore;
import java.time.Duration;

/**
 * The way to a task's report. It holds identifiers, so it never passes through here: the caller is
 * sent to the bucket with a link that soon runs out.
 */
final class ReportCalls {
  private static final Duration LINK = Duration.ofMinutes(5);

  private final TaskStore tasks;
  private final ObjectStore objects;

  ReportCalls(TaskStore tasks, ObjectStore objects) {
    this.tasks = tasks;
    this.objects = objects;
  }

  ApiResponse download(Call call) {
    return TaskCalls.find(tasks, call).map(this::download).orElseGet(Problems::unknownTask);
  }

  private ApiResponse download(Task task) {
    return task.hasReport()
        ? ApiResponse.seeOther(objects.linkTo(ResultKeys.report(task.id()), LINK))
        : Problems.noReport(task.state());
  }
}
