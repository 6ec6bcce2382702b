package expunge.simulator.contract;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.file.Problem;
import expunge.simulator.Samples;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the contracts begin with: tasks of their own, in the state that a test is about. */
final class Given {
  static final int ROWS = 10;
  static final Instant STARTED = Samples.CREATED.plusSeconds(60);
  static final Instant NOW = Samples.CREATED.plusSeconds(120);
  static final Instant LATER = Samples.CREATED.plusSeconds(180);
  static final Lease LEASE = lease("first-owner");
  static final Lease NEXT_LEASE = new Lease("next-owner", LEASE.until().plusSeconds(900));
  static final Problem PROBLEM =
      new Problem(
          "file/header",
          "The header is wrong",
          "It is MaestraID",
          "Write MaestraId",
          Optional.of(1),
          Optional.empty(),
          Optional.of(10L));

  private Given() {}

  static Task unknownTask() {
    return Samples.staging("drop/" + UUID.randomUUID() + ".csv");
  }

  static TaskId stagingTask(TaskStore store) {
    return store.create(unknownTask()).id();
  }

  static TaskId runningTask(TaskStore store, int batches) {
    TaskId id = stagingTask(store);
    store.addBatches(id, Samples.batches(batches, ROWS));
    store.accept(id, Samples.totals(batches, ROWS), TaskState.RUNNING, Optional.empty(), STARTED);
    return id;
  }

  static TaskId heldTask(TaskStore store) {
    TaskId id = stagingTask(store);
    store.addBatches(id, Samples.batches(1, ROWS));
    Optional<Problem> hold = Optional.of(PROBLEM);
    store.accept(id, Samples.totals(1, ROWS), TaskState.AWAITING_CONFIRMATION, hold, STARTED);
    return id;
  }

  static TaskId pendingTask(TaskStore store) {
    Task sample = unknownTask();
    String key = "uploads/" + sample.id() + "/a.csv";
    return store
        .create(
            Task.pendingUpload(
                sample.id(), sample.request(), key, sample.slicing(), Samples.CREATED))
        .id();
  }

  static TaskId cancellingTask(TaskStore store, int batches) {
    TaskId id = runningTask(store, batches);
    move(store, id, TaskState.CANCELLING);
    return id;
  }

  /** Moves it, whatever its state, as long as that is not terminal. */
  static void move(TaskStore store, TaskId id, TaskState to) {
    Set<TaskState> from = EnumSet.allOf(TaskState.class);
    from.removeIf(TaskState::isTerminal);
    store.move(id, from, to, NOW);
  }

  static Task task(TaskStore store, TaskId id) {
    return store.find(id).orElseThrow();
  }

  static Batch batch(TaskStore store, TaskId id, int number) {
    return store.batch(id, number).orElseThrow();
  }

  static Lease lease(String owner) {
    return new Lease(owner, NOW.plus(Duration.ofMinutes(15)));
  }

  static Plan.ByKey plan(int... rows) {
    BitSet found = new BitSet();
    for (int row : rows) {
      found.set(row);
    }
    return new Plan.ByKey(found);
  }

  /** A commit of a batch of {@link #ROWS}, of which so many were deleted. */
  static Commit commit(int deleted) {
    Balance counts =
        Balance.EMPTY.plus(Outcome.DELETED, deleted).plus(Outcome.NOT_FOUND, ROWS - deleted);
    return new Commit(counts, deleted, "results/sample/parts/1-1");
  }

  static Commit cancelled() {
    return new Commit(
        Balance.EMPTY.plus(Outcome.CANCELLED, ROWS), 0, "results/sample/parts/1-closed");
  }

  /** With one more entry. */
  static <K, V> Map<K, V> and(Map<K, V> some, K key, V value) {
    Map<K, V> more = new HashMap<>(some);
    more.put(key, value);
    return more;
  }
}
