package expunge.simulator.bug;

import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.run.ExpungeException;
import expunge.simulator.fault.PortCall;
import expunge.simulator.platform.World;
import expunge.task.TaskId;
import expunge.task.TaskStore;
import java.time.Instant;
import java.util.Optional;

/** Commits that count otherwise than once. */
final class CommitBugs {
  private CommitBugs() {}

  private static boolean isFinal(World world, TaskId id, int number) {
    return world.tasks().batch(id, number).filter(Batch::isFinal).isPresent();
  }

  private static void count(World world, TaskId id, Commit commit) {
    world.tasks().find(id).ifPresent(t -> world.tasks().overwrite(Records.counted(t, commit)));
  }

  private static boolean makeFinal(
      World world, TaskId id, int number, String owner, Commit commit) {
    Optional<Batch> open =
        world.tasks().batch(id, number).filter(b -> !b.isFinal() && b.isLeasedBy(owner));
    open.ifPresent(batch -> world.tasks().overwrite(id, Records.committed(batch, commit)));
    return open.isPresent();
  }

  /** Does not ask whether the batch is final already. */
  static final class CountsWhatIsFinal extends PassingTasks {
    private final World world;

    CountsWhatIsFinal(TaskStore table, World world) {
      super(table);
      this.world = world;
    }

    @Override
    public boolean commit(TaskId id, int number, String owner, Commit commit, Instant at) {
      boolean before = isFinal(world, id, number);
      boolean stands = super.commit(id, number, owner, commit, at);
      if (before && stands) {
        count(world, id, commit);
      }
      return stands;
    }
  }

  /** First the batch, then the counters. */
  static final class InTwoSteps extends PassingTasks {
    private final World world;

    InTwoSteps(TaskStore calls, World world) {
      super(calls);
      this.world = world;
    }

    @Override
    public boolean commit(TaskId id, int number, String owner, Commit commit, Instant at) {
      boolean stands =
          world
              .calls()
              .make(PortCall.COMMIT, (_, _) -> makeFinal(world, id, number, owner, commit));
      if (stands) {
        world
            .calls()
            .make(
                PortCall.COMMIT,
                (_, _) -> {
                  count(world, id, commit);
                  return true;
                });
      }
      return stands;
    }
  }

  /** First the counters, then the batch. */
  static final class CountersFirst extends PassingTasks {
    private final World world;

    CountersFirst(TaskStore calls, World world) {
      super(calls);
      this.world = world;
    }

    @Override
    public boolean commit(TaskId id, int number, String owner, Commit commit, Instant at) {
      world
          .calls()
          .make(
              PortCall.COMMIT,
              (_, _) -> {
                count(world, id, commit);
                return true;
              });
      return world
          .calls()
          .make(PortCall.COMMIT, (_, _) -> makeFinal(world, id, number, owner, commit));
    }
  }

  /** Moves the counters again where the answer got lost. */
  static final class CountsAgain extends PassingTasks {
    private final World world;

    CountsAgain(TaskStore calls, World world) {
      super(calls);
      this.world = world;
    }

    @Override
    public boolean commit(TaskId id, int number, String owner, Commit commit, Instant at) {
      try {
        return super.commit(id, number, owner, commit, at);
      } catch (ExpungeException.Retryable lost) {
        if (isFinal(world, id, number)) {
          count(world, id, commit);
        }
        throw lost;
      }
    }
  }
}
