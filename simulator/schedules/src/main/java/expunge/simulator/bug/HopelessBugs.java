package expunge.simulator.bug;

import expunge.batch.Batch;
import expunge.simulator.platform.Plant;
import expunge.simulator.platform.World;
import expunge.task.TaskId;
import expunge.task.TaskStore;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.util.Optional;

/** Batches that are given up too early, and invocations that do not give up in time. */
final class HopelessBugs {
  private HopelessBugs() {}

  /** Takes every dead letter for a batch without hope, however few have tried it. */
  static final class CountsReceives extends PassingTasks {
    private static final int MANY = 1_000;

    private final World world;

    CountsReceives(TaskStore calls, World world) {
      super(calls);
      this.world = world;
    }

    @Override
    public Optional<Batch> batch(TaskId id, int number) {
      boolean dead = world.calls().strand().invocation().label().equals("dead letters");
      return super.batch(id, number).map(batch -> dead ? Records.stalled(batch, MANY) : batch);
    }
  }

  /** Gives up on what stays after the first try. */
  static final class GivesUpAtOnce implements Plant {
    @Override
    public WorkerRules rules(WorkerRules rules) {
      return new WorkerRules(
          rules.inFlight(), rules.workers(), rules.handBacks(), 0, rules.leaseMargin());
    }
  }

  /** Begins calls until the very end. */
  static final class WritesToTheEnd implements Plant {
    @Override
    public Duration margin(Duration margin) {
      return Duration.ZERO;
    }
  }
}
