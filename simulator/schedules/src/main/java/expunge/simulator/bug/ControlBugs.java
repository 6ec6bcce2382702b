package expunge.simulator.bug;

import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.file.Problem;
import expunge.simulator.platform.World;
import expunge.task.Accepted;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import expunge.task.UnsettledTask;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People's calls that do more, or less, than they say. */
final class ControlBugs {
  private ControlBugs() {}

  /** A cancel ends the task at once. */
  static final class CancelsAtOnce extends PassingTasks {
    CancelsAtOnce(TaskStore table, World world) {
      super(table);
    }

    @Override
    public boolean move(TaskId id, Set<TaskState> from, TaskState to, Instant at) {
      return super.move(id, from, to == TaskState.CANCELLING ? TaskState.CANCELLED : to, at);
    }
  }

  /** Closes batches that have a plan. */
  static final class ClosesWhatIsPlanned extends PassingTasks {
    private final World world;

    ClosesWhatIsPlanned(TaskStore table, World world) {
      super(table);
      this.world = world;
    }

    @Override
    public boolean close(TaskId id, int number, Commit commit, Instant at) {
      Optional<Batch> batch = world.tasks().batch(id, number).filter(one -> !one.isFinal());
      boolean cancelling =
          find(id).filter(task -> task.state() == TaskState.CANCELLING).isPresent();
      if (batch.flatMap(Batch::plan).isEmpty() || !cancelling) {
        return super.close(id, number, commit, at);
      }
      world.tasks().overwrite(id, Records.committed(batch.get(), commit));
      world.tasks().overwrite(Records.counted(find(id).orElseThrow(), commit));
      return true;
    }
  }

  /** Commits only while the task runs. */
  static final class LeavesBegunBatches extends PassingTasks {
    LeavesBegunBatches(TaskStore table, World world) {
      super(table);
    }

    @Override
    public boolean commit(TaskId id, int number, String owner, Commit commit, Instant at) {
      boolean runs = find(id).filter(task -> task.state() == TaskState.RUNNING).isPresent();
      return runs && super.commit(id, number, owner, commit, at);
    }
  }

  /** Changes a state without asking which it was. */
  static final class MovesWithoutAsking extends PassingTasks {
    private static final Set<TaskState> ANY = EnumSet.allOf(TaskState.class);

    static {
      ANY.removeIf(TaskState::isTerminal);
    }

    MovesWithoutAsking(TaskStore table, World world) {
      super(table);
    }

    @Override
    public boolean move(TaskId id, Set<TaskState> from, TaskState to, Instant at) {
      return super.move(id, ANY, to, at);
    }
  }

  /** Lets files run that are to be confirmed. */
  static final class ForgetsTheGuard extends PassingTasks {
    ForgetsTheGuard(TaskStore calls, World world) {
      super(calls);
    }

    @Override
    public boolean accept(
        TaskId id, Accepted totals, TaskState to, Optional<Problem> hold, Instant at) {
      return super.accept(id, totals, TaskState.RUNNING, Optional.empty(), at);
    }
  }

  /** Deletes in spite of the record, which knows that the run is dry. */
  static final class DeletesInADryRun extends PassingTasks {
    DeletesInADryRun(TaskStore calls, World world) {
      super(calls);
    }

    @Override
    public Optional<Task> find(TaskId id) {
      return super.find(id).map(task -> Records.asked(task, Records.notDry(task.request())));
    }
  }

  /** Does not see that a run is to be dry. */
  static final class ForgetsTheDryRun extends PassingTasks {
    ForgetsTheDryRun(TaskStore calls, World world) {
      super(calls);
    }

    @Override
    public Task create(Task task) {
      return super.create(Records.asked(task, Records.notDry(task.request())));
    }
  }

  /** Leaves the batches of a file that was not accepted. */
  static final class RemovesNothing extends PassingTasks {
    RemovesNothing(TaskStore calls, World world) {
      super(calls);
    }

    @Override
    public void removeBatches(TaskId id) {
      // it forgets to
    }
  }

  /** Looks after no task. */
  static final class KeepsNoHouse extends PassingTasks {
    KeepsNoHouse(TaskStore calls, World world) {
      super(calls);
    }

    @Override
    public List<UnsettledTask> unsettled(Optional<UnsettledTask> after, int limit) {
      return List.of();
    }
  }
}
