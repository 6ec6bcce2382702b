package expunge.httpapi;

import expunge.control.ControlAnswer;
import expunge.control.Retry;
import expunge.control.TaskControl;
import expunge.run.Scheduler;
import expunge.task.TaskId;
import io.avaje.json.JsonException;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** What administrators do with a task. */
final class ControlCalls {
  private static final JsonType<Confirmation> CONFIRMATION =
      Jsonb.builder().failOnUnknown(true).build().type(Confirmation.class);

  private final TaskControl control;
  private final Retry retry;
  private final Scheduler scheduler;

  ControlCalls(TaskControl control, Retry retry, Scheduler scheduler) {
    this.control = control;
    this.retry = retry;
    this.scheduler = scheduler;
  }

  ApiResponse confirm(Call call) {
    OptionalLong rows = confirmedRows(call.body());
    return rows.isPresent()
        ? controlled(call, id -> control.confirm(id, rows.getAsLong()))
        : Problems.invalidBody(
            List.of(new ParameterProblem("rows", "is the number of rows to delete", null)));
  }

  ApiResponse pause(Call call) {
    return controlled(call, control::pause);
  }

  ApiResponse resume(Call call) {
    return controlled(call, control::resume);
  }

  ApiResponse cancel(Call call) {
    return controlled(call, control::cancel);
  }

  ApiResponse retry(Call call) {
    return controlled(call, retry::retry);
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

  private static OptionalLong confirmedRows(String body) {
    try {
      Confirmation confirmation = CONFIRMATION.fromJson(body);
      return confirmation == null || confirmation.rows() == null || saysMore(body, confirmation)
          ? OptionalLong.empty()
          : OptionalLong.of(confirmation.rows());
    } catch (JsonException | IllegalStateException noConfirmation) {
      return OptionalLong.empty();
    }
  }

  /** The parser passes over what follows the object, and over the first of two numbers. */
  private static boolean saysMore(String body, Confirmation confirmation) {
    return !body.replaceAll("\\s", "").equals(CONFIRMATION.toJson(confirmation));
  }
}
