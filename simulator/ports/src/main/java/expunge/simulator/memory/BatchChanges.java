package expunge.simulator.memory;

import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.batch.Progress;
import expunge.batch.Reached;
import java.time.Instant;
import java.util.Optional;

/** Copies of a batch, each with one change. */
final class BatchChanges {
  private BatchChanges() {}

  static Batch leased(Batch batch, Lease lease) {
    return with(
        batch, batch.progress().leased(), Optional.of(kept(lease)), batch.plan(), Optional.empty());
  }

  /** As it is kept: to the millisecond. */
  static Lease kept(Lease lease) {
    return new Lease(lease.owner(), TaskChanges.kept(lease.until()));
  }

  static Batch planned(Batch batch, Plan plan) {
    return with(
        batch, batch.progress().plannedAnew(), batch.lease(), Optional.of(plan), Optional.empty());
  }

  static Batch handedBack(Batch batch, Reached reached, Optional<Instant> restsUntil) {
    return with(
        batch,
        batch.progress().reached(reached),
        restsUntil.map(Lease::rest).map(BatchChanges::kept),
        batch.plan(),
        Optional.empty());
  }

  static Batch committed(Batch batch, Commit commit) {
    return with(batch, batch.progress(), batch.lease(), batch.plan(), Optional.of(commit));
  }

  private static Batch with(
      Batch batch,
      Progress progress,
      Optional<Lease> lease,
      Optional<Plan> plan,
      Optional<Commit> commit) {
    return new Batch(batch.number(), batch.rows(), progress, lease, plan, commit);
  }
}
