package expunge.httpapi;

import expunge.control.ControlAnswer;
import expunge.control.Retry;
import expunge.control.TaskControl;
import expunge.run.Scheduler;
import expunge.task.TaskId;
import java.util.Optional;
import java.util.function.Function;

/** What administrators do with a task. */
final class ControlCalls {
  private final TaskControl control;
  private final Retry retry;
  private final Scheduler scheduler;

  ControlCalls(TaskControl control, Retry retry, Scheduler scheduler) {
    this.control = control;
    this.retry = retry;
    this.scheduler = scheduler;
  }

  ApiResponse confirm(Call call) {
    Body body = Body.of(call.body());
    long rows = body.number("rows", 0, Long.MAX_VALUE);
    return body.refusal().orElseGet(() -> controlled(call, id -> control.confirm(id, rows)));
  }

  ApiResponse pause(Call call) {
    return withoutBody(call, control::pause);
  }

  ApiResponse resume(Call call) {
    return withoutBody(call, control::resume);
  }

  ApiResponse cancel(Call call) {
    return withoutBody(call, control::cancel);
  }

  ApiResponse retry(Call call) {
    return withoutBody(call, retry::retry);
  }

  /** Nothing is to be said in these: whoever says something means something else. */
  private ApiResponse withoutBody(Call call, Function<TaskId, ControlAnswer> action) {
    return Body.none(call.body()).orElseGet(() -> controlled(call, action));
  }

  private ApiResponse controlled(Call call, Function<TaskId, ControlAnswer> action) {
    return Optional.of(call.field("taskId"))
        .filter(TaskId::isTaskId)
        .map(TaskId::new)
        .map(action)
        .map(this::response)
        .orElseGet(Problems::unknownTask);
  }

  private ApiResponse response(ControlAnswer answer) {
    return switch (answer) {
      case ControlAnswer.Done done -> TaskCalls.accepted(done.task(), scheduler.now());
      case ControlAnswer.Refused refused -> Problems.notNow(refused);
      case ControlAnswer.Unknown _ -> Problems.unknownTask();
    };
  }
}
