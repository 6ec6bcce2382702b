package expunge.simulator.memory;

import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.batch.Reached;
import expunge.file.Problem;
import expunge.object.Sha256;
import expunge.run.ExpungeException;
import expunge.task.Accepted;
import expunge.task.KeyedCall;
import expunge.task.SourceFile;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskPage;
import expunge.task.TaskQuery;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import expunge.task.UnsettledTask;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Tasks and batches in two maps; each method is one step, seen by everybody at once. */
public final class MemoryTaskStore implements TaskStore {
  private static final Comparator<UnsettledTask> OLDEST_FIRST =
      Comparator.comparing(UnsettledTask::createdAt).thenComparing(task -> task.id().value());

  private final Map<TaskId, Task> tasks = new HashMap<>();
  private final Map<TaskId, NavigableMap<Integer, Batch>> batches = new HashMap<>();
  private final Set<TaskId> unsettled = new HashSet<>();
  private final Map<Sha256, KeyedCall> calls = new HashMap<>();

  /** Writes a task's record as it is, under no condition: what a bug would do. */
  public synchronized void overwrite(Task task) {
    tasks.put(task.id(), task);
  }

  /** Writes a batch's record as it is, under no condition: what a bug would do. */
  public synchronized void overwrite(TaskId id, Batch batch) {
    keep(id, batch);
  }

  @Override
  public synchronized Task create(Task task) {
    if (tasks.putIfAbsent(task.id(), TaskChanges.kept(task)) == null) {
      unsettled.add(task.id());
    }
    return find(task.id()).orElseThrow();
  }

  @Override
  public synchronized KeyedCall create(Task task, KeyedCall call, Instant at) {
    Optional<KeyedCall> standing = keyedCall(call.call().key(), at);
    if (standing.isEmpty()) {
      calls.put(call.call().key(), call);
      create(task);
    }
    return standing.orElse(call);
  }

  @Override
  public synchronized Optional<KeyedCall> keyedCall(Sha256 key, Instant at) {
    return Optional.ofNullable(calls.get(key)).filter(known -> known.countsAt(at));
  }

  @Override
  public synchronized Optional<Task> find(TaskId id) {
    return Optional.ofNullable(tasks.get(id));
  }

  @Override
  public synchronized TaskPage list(TaskQuery query) {
    return new TaskList(tasks.values(), query).page();
  }

  @Override
  public synchronized List<UnsettledTask> unsettled(Optional<UnsettledTask> after, int limit) {
    return unsettled.stream()
        .flatMap(id -> find(id).stream())
        .map(task -> new UnsettledTask(task.id(), task.createdAt()))
        .filter(task -> after.isEmpty() || OLDEST_FIRST.compare(task, after.get()) > 0)
        .sorted(OLDEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void settle(TaskId id) {
    if (find(id).filter(task -> task.state().isTerminal()).isPresent()) {
      unsettled.remove(id);
    }
  }

  @Override
  public synchronized boolean touch(TaskId id, Instant since, Instant at) {
    boolean wins =
        find(id).filter(task -> task.touchedAt().equals(TaskChanges.kept(since))).isPresent();
    if (wins) {
      tasks.computeIfPresent(id, (same, task) -> TaskChanges.touched(task, at));
    }
    return wins;
  }

  @Override
  public synchronized Optional<Task> pin(TaskId id, SourceFile file, Instant at) {
    change(id, Set.of(TaskState.PENDING_UPLOAD), task -> TaskChanges.withFile(task, file, at));
    return find(id).filter(task -> task.file().isPinned());
  }

  @Override
  public synchronized Optional<Integer> beginIntake(TaskId id, Instant at) {
    boolean begun =
        change(id, Set.of(TaskState.STAGING), task -> TaskChanges.withOneMoreIntake(task, at));
    return begun ? find(id).map(Task::intakeAttempts) : Optional.empty();
  }

  @Override
  public synchronized boolean addBatches(TaskId id, List<Batch> added) {
    if (added.size() > BATCHES_PER_CALL) {
      throw new IllegalArgumentException("too many batches for one call: " + added.size());
    }
    if (!isIn(id, Set.of(TaskState.STAGING))) {
      return false;
    }
    if (added.stream().anyMatch(batch -> standsWithOtherRows(id, batch))) {
      throw new ExpungeException.Permanent("a batch of task " + id + " has other rows", null);
    }
    added.forEach(batch -> batchesOf(id).putIfAbsent(batch.number(), batch));
    return true;
  }

  @Override
  public synchronized boolean accept(
      TaskId id, Accepted totals, TaskState to, Optional<Problem> hold, Instant at) {
    if (to != TaskState.AWAITING_CONFIRMATION && (to != TaskState.RUNNING || hold.isPresent())) {
      throw new IllegalArgumentException("accepting a file does not lead to " + to);
    }
    return change(
        id, Set.of(TaskState.STAGING), task -> TaskChanges.accepted(task, totals, to, hold, at));
  }

  @Override
  public synchronized boolean reject(TaskId id, Problem problem, Instant at) {
    return change(
        id,
        TaskState.UNCOUNTED,
        task -> TaskChanges.withProblem(task, problem, TaskState.REJECTED, at));
  }

  @Override
  public synchronized void removeBatches(TaskId id) {
    if (find(id).filter(Task::endedUnaccepted).isPresent()) {
      batches.remove(id);
    }
  }

  @Override
  public synchronized boolean move(TaskId id, Set<TaskState> from, TaskState to, Instant at) {
    if (from.stream().anyMatch(TaskState::isTerminal)) {
      throw new IllegalArgumentException("a terminal state never changes");
    }
    return change(id, from, task -> TaskChanges.moved(task, to, at));
  }

  @Override
  public synchronized boolean finish(TaskId id, TaskState to, Instant at) {
    if (!to.isTerminal()) {
      throw new IllegalArgumentException(to + " is no end");
    }
    return move(id, Set.of(TaskState.FINISHING), to, at);
  }

  @Override
  public synchronized boolean fail(TaskId id, Problem problem, Instant at) {
    return change(
        id,
        Set.of(TaskState.FINISHING),
        task -> TaskChanges.withProblem(task, problem, TaskState.FAILED, at));
  }

  @Override
  public synchronized Optional<Batch> batch(TaskId id, int number) {
    return Optional.ofNullable(batchesOf(id).get(number));
  }

  @Override
  public synchronized List<Batch> batches(TaskId id, int after, int limit) {
    return batchesOf(id).tailMap(after, false).values().stream().limit(limit).toList();
  }

  @Override
  public synchronized Optional<Batch> lease(TaskId id, int number, Lease lease, Instant now) {
    Optional<Batch> open = batch(id, number).filter(batch -> !batch.isFinal());
    if (open.flatMap(Batch::lease).filter(BatchChanges.kept(lease)::equals).isPresent()) {
      return open;
    }
    return open.filter(batch -> batch.lease().filter(held -> held.until().isAfter(now)).isEmpty())
        .map(batch -> keep(id, BatchChanges.leased(batch, lease)));
  }

  @Override
  public synchronized Optional<Batch> plan(TaskId id, int number, String owner, Plan plan) {
    Optional<Batch> held = heldBy(owner, id, number);
    return held.flatMap(Batch::plan).isPresent()
        ? held
        : held.map(batch -> keep(id, BatchChanges.planned(batch, plan)));
  }

  @Override
  public synchronized boolean handBack(
      TaskId id, int number, String owner, Reached reached, Optional<Instant> restsUntil) {
    return heldBy(owner, id, number)
        .map(batch -> keep(id, BatchChanges.handedBack(batch, reached, restsUntil)))
        .isPresent();
  }

  @Override
  public synchronized boolean commit(
      TaskId id, int number, String owner, Commit commit, Instant at) {
    heldBy(owner, id, number)
        .filter(batch -> find(id).filter(task -> task.state().takesCommits()).isPresent())
        .ifPresent(batch -> makeFinal(id, batch, commit, at));
    return batch(id, number)
        .filter(batch -> batch.isLeasedBy(owner))
        .flatMap(Batch::commit)
        .filter(commit::equals)
        .isPresent();
  }

  @Override
  public synchronized boolean close(TaskId id, int number, Commit commit, Instant at) {
    if (isIn(id, Set.of(TaskState.CANCELLING))) {
      batch(id, number)
          .filter(batch -> !batch.isFinal() && batch.plan().isEmpty())
          .ifPresent(batch -> makeFinal(id, batch, commit, at));
    }
    return batch(id, number).filter(Batch::isFinal).isPresent();
  }

  private boolean isIn(TaskId id, Set<TaskState> states) {
    return find(id).filter(task -> states.contains(task.state())).isPresent();
  }

  private boolean change(TaskId id, Set<TaskState> from, UnaryOperator<Task> change) {
    boolean wins = isIn(id, from);
    if (wins) {
      tasks.computeIfPresent(id, (same, task) -> change.apply(task));
    }
    return wins;
  }

  private void makeFinal(TaskId id, Batch batch, Commit commit, Instant at) {
    keep(id, BatchChanges.committed(batch, commit));
    tasks.computeIfPresent(id, (same, task) -> TaskChanges.withCommit(task, commit, at));
  }

  private Optional<Batch> heldBy(String owner, TaskId id, int number) {
    return batch(id, number).filter(batch -> !batch.isFinal() && batch.isLeasedBy(owner));
  }

  private boolean standsWithOtherRows(TaskId id, Batch added) {
    return batch(id, added.number()).filter(has -> !has.rows().equals(added.rows())).isPresent();
  }

  private Batch keep(TaskId id, Batch batch) {
    batchesOf(id).put(batch.number(), batch);
    return batch;
  }

  private NavigableMap<Integer, Batch> batchesOf(TaskId id) {
    return batches.computeIfAbsent(id, same -> new TreeMap<>());
  }
}
