package expunge.httpapi;

import expunge.creation.CreationAnswer;
import expunge.run.Scheduler;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskPage;
import expunge.task.TaskQuery;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What people see of tasks. */
final class TaskCalls {
  static final List<String> LIST_PARAMETERS =
      List.of("state", "kind", "description", "limit", "nextToken");

  private static final int USUAL_PAGE = 50;
  private static final List<String> STATES =
      Arrays.stream(TaskState.values()).map(TaskState::name).toList();
  private static final List<String> KINDS =
      Arrays.stream(TaskKind.values()).map(TaskKind::word).toList();
  private static final JsonType<TaskView> TASK = Jsonb.instance().type(TaskView.class);
  private static final JsonType<TaskListView> LIST = Jsonb.instance().type(TaskListView.class);

  private final TaskStore tasks;
  private final Scheduler scheduler;
  private final int largestPage;

  TaskCalls(TaskStore tasks, Scheduler scheduler, int largestPage) {
    this.largestPage = largestPage;
    this.tasks = tasks;
    this.scheduler = scheduler;
  }

  ApiResponse list(Call call) {
    Parameters parameters = call.parameters();
    TaskQuery query =
        new TaskQuery(
            parameters.oneOf("state", STATES).map(TaskState::valueOf),
            parameters.oneOf("kind", KINDS).flatMap(TaskCalls::kind),
            parameters.text("description"),
            parameters.integer("limit", Math.min(USUAL_PAGE, largestPage), 1, largestPage),
            parameters.text("nextToken"));
    return parameters.refusal().orElseGet(() -> page(query));
  }

  ApiResponse status(Call call) {
    return find(tasks, call).map(this::status).orElseGet(Problems::unknownTask);
  }

  /** The task that the path names; empty where it names none, in whatever form. */
  static Optional<Task> find(TaskStore tasks, Call call) {
    return Optional.of(call.field("taskId"))
        .filter(TaskId::isTaskId)
        .map(TaskId::new)
        .flatMap(tasks::find);
  }

  private ApiResponse page(TaskQuery query) {
    try {
      return ApiResponse.json(LIST.toJson(TaskListView.of(tasks.list(query))));
    } catch (TaskPage.UnknownToken unknown) {
      return Problems.invalidParameters(
          List.of(new ParameterProblem("nextToken", "was not given out by this list", null)));
    }
  }

  private ApiResponse status(Task task) {
    return shown(task, ApiResponse.OK, scheduler.now());
  }

  /** The task as an answer. */
  static ApiResponse shown(Task task, int status, Instant now) {
    return shown(task, TaskView.of(task, now), status);
  }

  /** The same with how to send its file. */
  static ApiResponse shown(CreationAnswer.Created created, int status, Instant now) {
    return shown(created.task(), TaskView.of(created.task(), now, created.upload()), status);
  }

  private static ApiResponse shown(Task task, TaskView view, int status) {
    ApiResponse answer = ApiResponse.of(status, "application/json", TASK.toJson(view));
    return task.state().isTerminal()
        ? answer
        : answer.with("Retry-After", Problems.SECONDS_TO_RETRY);
  }

  /** The task as the answer to a call that it goes on without. */
  static ApiResponse accepted(Task task, Instant now) {
    return shown(task, ApiResponse.ACCEPTED, now).with("Location", "/tasks/" + task.id());
  }

  static Optional<TaskKind> kind(String word) {
    return Arrays.stream(TaskKind.values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
