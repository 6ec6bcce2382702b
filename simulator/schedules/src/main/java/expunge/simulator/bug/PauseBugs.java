package expunge.simulator.bug;

import expunge.simulator.platform.Asked;
import expunge.simulator.platform.World;
import expunge.simulator.process.Invocation;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.util.Optional;

/** States that are not asked for, or not waited for. */
final class PauseBugs {
  private PauseBugs() {}

  /** Works on as if a task in some state were running. */
  abstract static class WorksOn extends PassingTasks {
    private final World world;
    private final TaskState state;

    WorksOn(TaskStore calls, World world, TaskState state) {
      super(calls);
      this.world = world;
      this.state = state;
    }

    @Override
    public Optional<Task> find(TaskId id) {
      boolean works = world.calls().strand().invocation().label().startsWith("worker");
      return super.find(id)
          .map(task -> works && task.state() == state ? Records.in(TaskState.RUNNING, task) : task);
    }
  }

  /** Begins batches of a paused task. */
  static final class WorksOnWhilePaused extends WorksOn {
    WorksOnWhilePaused(TaskStore calls, World world) {
      super(calls, world, TaskState.PAUSED);
    }
  }

  /** Begins batches of a task that is being cancelled. */
  static final class WorksOnWhileCancelling extends WorksOn {
    WorksOnWhileCancelling(TaskStore calls, World world) {
      super(calls, world, TaskState.CANCELLING);
    }
  }

  /** Takes any number for the right one. */
  static final class TakesAnyNumber extends PassingTasks {
    private final World world;

    TakesAnyNumber(TaskStore calls, World world) {
      super(calls);
      this.world = world;
    }

    @Override
    public Optional<Task> find(TaskId id) {
      Invocation self = world.calls().strand().invocation();
      Optional<Asked> asked = world.asked(self);
      return super.find(id)
          .map(task -> asked.map(one -> Records.toDelete(one.rows(), task)).orElse(task));
    }
  }
}
