package expunge.simulator.sequence;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.batch.Reached;
import expunge.simulator.Samples;
import expunge.task.TaskStore;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Calls that are about batches of a task. */
final class BatchSteps {
  private BatchSteps() {}

  static Step<TaskStore> addBatches(Random random) {
    int n = Draw.any(random);
    int rows = random.nextInt(6) == 0 ? Draw.ROWS + 1 : Draw.ROWS;
    int first = random.nextInt(Draw.BATCHES);
    List<Batch> all = Samples.batches(Draw.BATCHES, rows);
    List<Batch> added = all.subList(first, first + random.nextInt(Draw.BATCHES - first + 1));
    return addBatches(n, first, added);
  }

  static Step<TaskStore> addBatches(int n, int first, List<Batch> added) {
    int rows = added.stream().findFirst().map(batch -> batch.rows().slice().rows()).orElse(0);
    return Draw.step(
        "add batches %d to %d of %d rows to task %d"
            .formatted(first + 1, first + added.size(), rows, n),
        store -> store.addBatches(Draw.id(n), added));
  }

  static Step<TaskStore> removeBatches(Random random) {
    int n = Draw.any(random);
    return Draw.step(
        "remove batches of task " + n,
        store -> {
          store.removeBatches(Draw.id(n));
          return Step.DONE;
        });
  }

  static Step<TaskStore> lease(Random random) {
    int n = Draw.any(random);
    int batch = Draw.batch(random);
    Instant now = Draw.time(random);
    Lease lease = random.nextBoolean() ? Draw.lease(random) : fresh(random, now);
    return lease(n, batch, lease, now);
  }

  private static Lease fresh(Random random, Instant now) {
    return new Lease(Draw.owner(random), now.plusSeconds(300));
  }

  static Step<TaskStore> lease(int n, int batch, Lease lease, Instant now) {
    return Draw.step(
        "lease batch %d of task %d for %s at %s".formatted(batch, n, lease, now),
        store -> store.lease(Draw.id(n), batch, lease, now));
  }

  static Step<TaskStore> plan(Random random) {
    return plan(Draw.any(random), Draw.batch(random), Draw.owner(random), random);
  }

  static Step<TaskStore> plan(int n, int batch, String owner, Random random) {
    Plan plan = planOf(random);
    return Draw.step(
        "plan %s for batch %d of task %d by %s".formatted(plan, batch, n, owner),
        store -> store.plan(Draw.id(n), batch, owner, plan));
  }

  private static Plan planOf(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Plan.ByKey(rows(random), rows(random));
      case 1 -> new Plan.InObject("work/sample/1", "5a".repeat(32), random.nextInt(Draw.ROWS));
      default -> new Plan.ByKey(rows(random));
    };
  }

  private static BitSet rows(Random random) {
    BitSet rows = new BitSet();
    IntStream.range(0, Draw.ROWS).filter(_ -> random.nextBoolean()).forEach(rows::set);
    return rows;
  }

  static Step<TaskStore> handBack(Random random) {
    int n = Draw.any(random);
    int batch = Draw.batch(random);
    String owner = Draw.owner(random);
    Reached reached = Draw.reached(random);
    Optional<Instant> rest =
        random.nextBoolean() ? Optional.of(Draw.time(random)) : Optional.empty();
    return Draw.step(
        "hand back batch %d of task %d by %s with %s, resting until %s"
            .formatted(batch, n, owner, reached, rest),
        store -> store.handBack(Draw.id(n), batch, owner, reached, rest));
  }

  static Step<TaskStore> commit(Random random) {
    int n = Draw.any(random);
    int batch = Draw.batch(random);
    String owner = Draw.owner(random);
    Commit commit = commitOf(random);
    Instant at = Draw.time(random);
    return Draw.step(
        "commit batch %d of task %d by %s: %s at %s".formatted(batch, n, owner, commit, at),
        store -> store.commit(Draw.id(n), batch, owner, commit, at));
  }

  static Step<TaskStore> close(Random random) {
    int n = Draw.any(random);
    int batch = Draw.batch(random);
    Commit commit = commitOf(random);
    Instant at = Draw.time(random);
    return Draw.step(
        "close batch %d of task %d: %s at %s".formatted(batch, n, commit, at),
        store -> store.close(Draw.id(n), batch, commit, at));
  }

  static Commit commitOf(Random random) {
    int deleted = random.nextInt(3);
    Balance counts =
        deleted == 0
            ? Balance.EMPTY.plus(Outcome.CANCELLED, Draw.ROWS)
            : Balance.EMPTY
                .plus(Outcome.DELETED, deleted)
                .plus(Outcome.NOT_FOUND, Draw.ROWS - deleted);
    return new Commit(counts, deleted, "results/part-" + random.nextInt(2));
  }

  static Step<TaskStore> batches(Random random) {
    int n = Draw.any(random);
    int after = random.nextInt(Draw.BATCHES + 1);
    int limit = 1 + random.nextInt(Draw.BATCHES);
    int number = Draw.batch(random);
    return Draw.step(
        "batches of task %d after %d, at most %d, and batch %d".formatted(n, after, limit, number),
        store -> List.of(store.batches(Draw.id(n), after, limit), store.batch(Draw.id(n), number)));
  }
}
