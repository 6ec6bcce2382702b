package expunge.simulator.bug;

import expunge.batch.Batch;
import expunge.batch.BatchRows;
import expunge.file.Limits;
import expunge.file.Problem;
import expunge.simulator.fault.PortCall;
import expunge.simulator.platform.Plant;
import expunge.simulator.platform.World;
import expunge.simulator.timeline.Chance;
import expunge.task.Accepted;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Intakes that do not survive their own repetition. */
final class IntakeBugs {
  private IntakeBugs() {}

  /** Writes batch records over those that stand, whatever the task's state. */
  static final class OverwritesBatches extends PassingTasks {
    private final World world;

    OverwritesBatches(TaskStore table, World world) {
      super(table);
      this.world = world;
    }

    @Override
    public boolean addBatches(TaskId id, List<Batch> batches) {
      batches.forEach(batch -> world.tasks().overwrite(id, batch));
      return find(id).filter(task -> task.state() == TaskState.STAGING).isPresent();
    }
  }

  /** Writes the task's record over the one that stands. */
  static final class OverwritesTasks extends PassingTasks {
    private final World world;

    OverwritesTasks(TaskStore table, World world) {
      super(table);
      this.world = world;
    }

    @Override
    public Task create(Task task) {
      world.tasks().overwrite(task);
      return task;
    }
  }

  /** Leaves STAGING first, and writes the batch records then. */
  static final class TotalsBeforeBatches extends PassingTasks {
    private final World world;
    private final Map<TaskId, List<Batch>> kept = new HashMap<>();

    TotalsBeforeBatches(TaskStore calls, World world) {
      super(calls);
      this.world = world;
    }

    @Override
    public boolean addBatches(TaskId id, List<Batch> batches) {
      kept.put(id, List.copyOf(batches));
      return true;
    }

    @Override
    public boolean accept(
        TaskId id, Accepted totals, TaskState to, Optional<Problem> hold, Instant at) {
      boolean accepted = super.accept(id, totals, to, hold, at);
      world
          .calls()
          .make(
              PortCall.ADD_BATCHES,
              (_, _) -> {
                kept.getOrDefault(id, List.of()).stream()
                    .filter(batch -> world.tasks().batch(id, batch.number()).isEmpty())
                    .forEach(batch -> world.tasks().overwrite(id, batch));
                return true;
              });
      return accepted;
    }
  }

  /** Does not note which rows are duplicates. */
  static final class DropsDuplicates extends PassingTasks {
    DropsDuplicates(TaskStore table, World world) {
      super(table);
    }

    @Override
    public boolean addBatches(TaskId id, List<Batch> batches) {
      return super.addBatches(id, batches.stream().map(DropsDuplicates::without).toList());
    }

    private static Batch without(Batch batch) {
      BatchRows rows = batch.rows();
      return Batch.fresh(batch.number(), new BatchRows(rows.slice(), rows.invalid(), List.of()));
    }
  }

  /** Takes a task that exists for one that somebody else looks after. */
  static final class ReadsOnce extends PassingTasks {
    ReadsOnce(TaskStore calls, World world) {
      super(calls);
    }

    @Override
    public Optional<Integer> beginIntake(TaskId id, Instant at) {
      boolean begun = super.find(id).filter(task -> task.intakeAttempts() > 0).isPresent();
      return begun ? Optional.empty() : super.beginIntake(id, at);
    }
  }

  /** Cuts by the settings of the process that reads, not by those of the task. */
  static final class CutsAnew implements Plant {
    @Override
    public Limits limits(Limits limits, long process) {
      int rows =
          Chance.between(process, Math.max(1, limits.sliceRows() - 1), limits.sliceRows() + 1);
      return new Limits(
          limits.bytes(), limits.rows(), limits.recordBytes(), rows, limits.sliceBytes());
    }

    @Override
    public TaskStore table(TaskStore table, World world) {
      return new PassingTasks(table) {
        @Override
        public Task create(Task task) {
          Task standing = super.create(task);
          return standing.state() == TaskState.STAGING
              ? Records.sliced(standing, task.slicing())
              : standing;
        }

        @Override
        public boolean addBatches(TaskId id, List<Batch> batches) {
          return super.addBatches(
              id, batches.stream().filter(one -> batch(id, one.number()).isEmpty()).toList());
        }
      };
    }
  }
}
