package expunge.simulator.check;

import expunge.simulator.platform.Asked;
import expunge.simulator.platform.Upload;
import expunge.simulator.platform.World;
import expunge.simulator.scenario.Scenario.Call;
import expunge.task.Origin;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskQuery;
import expunge.task.TaskState;
import java.util.List;

/** Judges what people were answered by what came of it. */
final class ControlCheck {
  private final World world;
  private final Watch watch;

  ControlCheck(World world, Watch watch) {
    this.world = world;
    this.watch = watch;
  }

  /** What was answered as done and is not, or should not be. */
  List<Violation> check() {
    return world.asked().stream()
        .filter(Asked::done)
        .filter(one -> !isTrue(one))
        .map(one -> new Violation(promise(one.call()), one.call() + " is done, it was answered"))
        .toList();
  }

  private static String promise(Call call) {
    return switch (call) {
      case CONFIRM, CONFIRM_WRONG -> "P3";
      case PAUSE, RESUME, CANCEL, RETRY -> "P5";
    };
  }

  private boolean isTrue(Asked asked) {
    TaskId task = asked.task();
    return switch (asked.call()) {
      case CONFIRM, CONFIRM_WRONG ->
          watch.wasIn(task, TaskState.RUNNING) && asked.rows() == rowsToDelete(task);
      case PAUSE -> watch.wasIn(task, TaskState.PAUSED);
      case RESUME -> watch.wasIn(task, TaskState.RUNNING);
      case CANCEL -> isIn(task, TaskState.CANCELLED);
      case RETRY -> asked.ended() && hasChild(task);
    };
  }

  private long rowsToDelete(TaskId task) {
    return world.uploads().stream()
        .filter(upload -> upload.task().equals(task))
        .map(Upload::content)
        .flatMap(content -> Truth.of(content).stream())
        .mapToLong(Truth::rowsToDelete)
        .findFirst()
        .orElse(-1);
  }

  private boolean isIn(TaskId task, TaskState state) {
    return world.tasks().find(task).filter(one -> one.state() == state).isPresent();
  }

  private boolean hasChild(TaskId parent) {
    return world.tasks().list(TaskQuery.all(TaskQuery.LARGEST_PAGE)).tasks().stream()
        .flatMap(summary -> world.tasks().find(summary.id()).stream())
        .map(Task::request)
        .flatMap(request -> request.retryOf().stream())
        .map(Origin.Retry::parent)
        .anyMatch(parent::equals);
  }
}
