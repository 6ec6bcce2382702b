package expunge.simulator.bug;

import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.batch.Reached;
import expunge.simulator.platform.World;
import expunge.task.TaskId;
import expunge.task.TaskStore;
import java.time.Instant;
import java.util.Optional;

/** Leases and plans that do not hold. */
final class LeaseBugs {
  private LeaseBugs() {}

  /** Anybody gets the lease, and nobody asks for it afterwards. */
  static final class NobodyAsks extends PassingTasks {
    private final World world;

    NobodyAsks(TaskStore table, World world) {
      super(table);
      this.world = world;
    }

    @Override
    public Optional<Batch> lease(TaskId id, int number, Lease lease, Instant now) {
      Optional<Batch> open = batch(id, number).filter(batch -> !batch.isFinal());
      open.ifPresent(batch -> world.tasks().overwrite(id, Records.leased(batch, lease)));
      return open.flatMap(_ -> batch(id, number));
    }

    @Override
    public Optional<Batch> plan(TaskId id, int number, String owner, Plan plan) {
      return super.plan(id, number, holder(id, number, owner), plan);
    }

    @Override
    public boolean commit(TaskId id, int number, String owner, Commit commit, Instant at) {
      return super.commit(id, number, holder(id, number, owner), commit, at);
    }

    private String holder(TaskId id, int number, String owner) {
      return batch(id, number).flatMap(Batch::lease).map(Lease::owner).orElse(owner);
    }
  }

  /** Looks everything up again in each attempt. */
  static final class PlansAnew extends PassingTasks {
    private final World world;

    PlansAnew(TaskStore table, World world) {
      super(table);
      this.world = world;
    }

    @Override
    public Optional<Batch> lease(TaskId id, int number, Lease lease, Instant now) {
      return super.lease(id, number, lease, now).map(Records::begunAnew);
    }

    @Override
    public Optional<Batch> plan(TaskId id, int number, String owner, Plan plan) {
      Optional<Batch> held = batch(id, number).filter(batch -> batch.isLeasedBy(owner));
      held.ifPresent(
          batch -> world.tasks().overwrite(id, Records.planned(batch, Optional.of(plan))));
      return held.flatMap(_ -> batch(id, number));
    }
  }

  /** Writes the plan down when everything is deleted. */
  static final class PlansAtTheEnd extends PassingTasks {
    private final java.util.Map<String, Plan> kept = new java.util.HashMap<>();

    PlansAtTheEnd(TaskStore calls, World world) {
      super(calls);
    }

    @Override
    public Optional<Batch> plan(TaskId id, int number, String owner, Plan plan) {
      kept.put(owner, plan);
      return super.batch(id, number)
          .filter(batch -> batch.isLeasedBy(owner))
          .map(batch -> Records.planned(batch, Optional.of(plan)));
    }

    @Override
    public boolean handBack(
        TaskId id, int number, String owner, Reached reached, Optional<Instant> restsUntil) {
      return super.handBack(id, number, owner, Reached.NOTHING, restsUntil);
    }

    @Override
    public boolean commit(TaskId id, int number, String owner, Commit commit, Instant at) {
      Optional.ofNullable(kept.get(owner)).ifPresent(plan -> super.plan(id, number, owner, plan));
      return super.commit(id, number, owner, commit, at);
    }
  }
}
