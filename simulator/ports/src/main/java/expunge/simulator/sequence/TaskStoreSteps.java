package expunge.simulator.sequence;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.file.Problem;
import expunge.object.ObjectVersion;
import expunge.simulator.Samples;
import expunge.task.SourceFile;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskPage;
import expunge.task.TaskQuery;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import expunge.task.UnsettledTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Calls of a few tasks with a few batches by a few owners, so that they meet: in any state, twice,
 * too late, by the wrong owner, and of what is not there.
 */
public final class TaskStoreSteps implements Steps<TaskStore> {
  private static final int TASKS = 4;
  private static final int BATCHES = 3;
  private static final int ROWS = 10;
  private static final int MINUTES = 40;
  private static final List<String> OWNERS = List.of("one", "one", "two", "nobody");
  private static final List<Function<Random, Step<TaskStore>>> KINDS =
      List.of(
          TaskStoreSteps::create,
          TaskStoreSteps::create,
          TaskStoreSteps::pin,
          TaskStoreSteps::beginIntake,
          TaskStoreSteps::addBatches,
          TaskStoreSteps::addBatches,
          TaskStoreSteps::accept,
          TaskStoreSteps::accept,
          TaskStoreSteps::reject,
          TaskStoreSteps::removeBatches,
          TaskStoreSteps::move,
          TaskStoreSteps::move,
          TaskStoreSteps::finish,
          TaskStoreSteps::fail,
          TaskStoreSteps::settle,
          TaskStoreSteps::touch,
          TaskStoreSteps::lease,
          TaskStoreSteps::lease,
          TaskStoreSteps::lease,
          TaskStoreSteps::lease,
          TaskStoreSteps::plan,
          TaskStoreSteps::plan,
          TaskStoreSteps::plan,
          TaskStoreSteps::plan,
          TaskStoreSteps::handBack,
          TaskStoreSteps::handBack,
          TaskStoreSteps::commit,
          TaskStoreSteps::commit,
          TaskStoreSteps::commit,
          TaskStoreSteps::close,
          TaskStoreSteps::close,
          TaskStoreSteps::find,
          TaskStoreSteps::batches,
          TaskStoreSteps::list,
          TaskStoreSteps::nextPage,
          TaskStoreSteps::unsettled);

  /** Tasks in most of the states that batches are worked on in. */
  @Override
  public List<Step<TaskStore>> first(Random random) {
    List<Step<TaskStore>> first = new ArrayList<>();
    for (int n = 0; n < TASKS; n++) {
      first.add(create(n));
      if (n % 2 == 0 || random.nextBoolean()) {
        first.add(pin(n, random));
        first.add(addBatches(n, 0, Samples.batches(BATCHES, ROWS)));
        first.add(accept(n, BATCHES, TaskState.RUNNING, Optional.empty(), Samples.CREATED));
      }
    }
    EnumSet<TaskState> running = EnumSet.of(TaskState.RUNNING);
    TaskState next = random.nextBoolean() ? TaskState.CANCELLING : TaskState.PAUSED;
    first.add(move(random.nextInt(TASKS), running, next, Samples.CREATED));
    return first;
  }

  @Override
  public Step<TaskStore> next(Random random) {
    return KINDS.get(random.nextInt(KINDS.size())).apply(random);
  }

  @Override
  public List<Step<TaskStore>> last() {
    List<Step<TaskStore>> last = new ArrayList<>();
    for (int n = 0; n < TASKS; n++) {
      TaskId id = task(n).id();
      last.add(step("find task " + n, store -> store.find(id)));
      last.add(step("batches of task " + n, store -> store.batches(id, 0, 100)));
    }
    last.add(step("list", store -> shown(store.list(TaskQuery.all(100)))));
    last.add(step("unsettled", store -> store.unsettled(Optional.empty(), 100)));
    return last;
  }

  private static Step<TaskStore> step(String text, Function<TaskStore, Object> call) {
    return new Step<>(text, side -> call.apply(side.port()));
  }

  /** Two of each pair were made at the same time; of one of them, the file is awaited. */
  private static Task task(int n) {
    Instant made = Samples.CREATED.plusSeconds(n / 2);
    Task sample = Samples.staging("drop/" + n + ".csv");
    String key = "uploads/" + n + ".csv";
    return n % 2 == 0
        ? Task.staging(sample.id(), sample.request(), sample.file(), sample.slicing(), made)
        : Task.pendingUpload(sample.id(), sample.request(), key, sample.slicing(), made);
  }

  private static TaskId id(int n) {
    return task(n).id();
  }

  private static int any(Random random) {
    return random.nextInt(TASKS);
  }

  /** Mostly the same; at times one that is not there. */
  private static int batch(Random random) {
    return random.nextInt(3) == 0 ? 1 + random.nextInt(BATCHES + 1) : 1;
  }

  private static String owner(Random random) {
    return OWNERS.get(random.nextInt(OWNERS.size()));
  }

  /** Some finer than a store keeps. */
  private static Instant time(Random random) {
    Instant minute = Samples.CREATED.plusSeconds(60L * random.nextInt(MINUTES));
    return random.nextInt(4) == 0 ? minute.plusNanos(random.nextInt(2_000_000)) : minute;
  }

  private static TaskState state(Random random) {
    return TaskState.values()[random.nextInt(TaskState.values().length)];
  }

  private static Problem problem(Random random) {
    return Problem.of("sample-" + random.nextInt(2), "Sample", "It is one.", "None.");
  }

  private static Step<TaskStore> create(Random random) {
    return create(any(random));
  }

  private static Step<TaskStore> create(int n) {
    Task task = task(n);
    return step("create task " + n, store -> store.create(task));
  }

  private static Step<TaskStore> find(Random random) {
    int n = any(random);
    return step("find task " + n, store -> store.find(id(n)));
  }

  private static Step<TaskStore> pin(Random random) {
    return pin(any(random), random);
  }

  private static Step<TaskStore> pin(int n, Random random) {
    String version = "version-" + random.nextInt(2);
    String key = "uploads/" + n + ".csv";
    SourceFile file = new SourceFile(new ObjectVersion(key, Optional.of(version), "etag"), 100);
    Instant at = time(random);
    return step(
        "pin task %d to %s at %s".formatted(n, version, at), store -> store.pin(id(n), file, at));
  }

  private static Step<TaskStore> beginIntake(Random random) {
    int n = any(random);
    Instant at = time(random);
    return step(
        "begin intake of task %d at %s".formatted(n, at), store -> store.beginIntake(id(n), at));
  }

  private static Step<TaskStore> addBatches(Random random) {
    int n = any(random);
    int rows = random.nextInt(6) == 0 ? ROWS + 1 : ROWS;
    int first = random.nextInt(BATCHES);
    List<Batch> all = Samples.batches(BATCHES, rows);
    List<Batch> added = all.subList(first, first + random.nextInt(BATCHES - first + 1));
    return addBatches(n, first, added);
  }

  private static Step<TaskStore> addBatches(int n, int first, List<Batch> added) {
    int rows = added.stream().findFirst().map(batch -> batch.rows().slice().rows()).orElse(0);
    return step(
        "add batches %d to %d of %d rows to task %d"
            .formatted(first + 1, first + added.size(), rows, n),
        store -> store.addBatches(id(n), added));
  }

  private static Step<TaskStore> accept(Random random) {
    int n = any(random);
    int batches = 1 + random.nextInt(BATCHES);
    TaskState to =
        List.of(TaskState.RUNNING, TaskState.RUNNING, TaskState.AWAITING_CONFIRMATION, state(random))
            .get(random.nextInt(4));
    Optional<Problem> hold =
        random.nextInt(3) == 0 ? Optional.of(problem(random)) : Optional.empty();
    return accept(n, batches, to, hold, time(random));
  }

  private static Step<TaskStore> accept(
      int n, int batches, TaskState to, Optional<Problem> hold, Instant at) {
    return step(
        "accept task %d with %d batches as %s, %s, at %s"
            .formatted(n, batches, to, hold.map(Problem::type), at),
        store -> store.accept(id(n), Samples.totals(batches, ROWS), to, hold, at));
  }

  private static Step<TaskStore> reject(Random random) {
    int n = any(random);
    Problem problem = problem(random);
    Instant at = time(random);
    return step(
        "reject task %d for %s at %s".formatted(n, problem.type(), at),
        store -> store.reject(id(n), problem, at));
  }

  private static Step<TaskStore> removeBatches(Random random) {
    int n = any(random);
    return step(
        "remove batches of task " + n,
        store -> {
          store.removeBatches(id(n));
          return "done";
        });
  }

  private static Step<TaskStore> move(Random random) {
    int n = any(random);
    boolean anyEnd = random.nextInt(10) == 0;
    EnumSet<TaskState> from = EnumSet.noneOf(TaskState.class);
    for (TaskState state : TaskState.values()) {
      if ((anyEnd || !state.isTerminal()) && random.nextInt(6) == 0) {
        from.add(state);
      }
    }
    TaskState to = state(random);
    return move(n, from, to, time(random));
  }

  private static Step<TaskStore> move(int n, Set<TaskState> from, TaskState to, Instant at) {
    return step(
        "move task %d from %s to %s at %s".formatted(n, from, to, at),
        store -> store.move(id(n), from, to, at));
  }

  private static Step<TaskStore> finish(Random random) {
    int n = any(random);
    TaskState to = random.nextBoolean() ? state(random) : TaskState.COMPLETED;
    Instant at = time(random);
    return step(
        "finish task %d as %s at %s".formatted(n, to, at), store -> store.finish(id(n), to, at));
  }

  private static Step<TaskStore> fail(Random random) {
    int n = any(random);
    Problem problem = problem(random);
    Instant at = time(random);
    return step(
        "fail task %d for %s at %s".formatted(n, problem.type(), at),
        store -> store.fail(id(n), problem, at));
  }

  private static Step<TaskStore> settle(Random random) {
    int n = any(random);
    return step(
        "settle task " + n,
        store -> {
          store.settle(id(n));
          return "done";
        });
  }

  private static Step<TaskStore> touch(Random random) {
    int n = any(random);
    Instant at = time(random);
    Optional<Instant> since =
        random.nextInt(3) == 0 ? Optional.of(time(random)) : Optional.empty();
    return step(
        "touch task %d since %s at %s".formatted(n, since, at),
        store ->
            store.touch(
                id(n),
                since
                    .or(() -> store.find(id(n)).map(Task::touchedAt))
                    .orElse(Samples.CREATED),
                at));
  }

  private static Step<TaskStore> lease(Random random) {
    int n = any(random);
    int batch = batch(random);
    Instant now = time(random);
    Lease lease = new Lease(owner(random), random.nextInt(4) == 0 ? time(random) : now.plusSeconds(300));
    return step(
        "lease batch %d of task %d for %s at %s".formatted(batch, n, lease, now),
        store -> store.lease(id(n), batch, lease, now));
  }

  private static Step<TaskStore> plan(Random random) {
    int n = any(random);
    int batch = batch(random);
    String owner = owner(random);
    BitSet found = new BitSet();
    IntStream.range(0, ROWS).filter(_ -> random.nextBoolean()).forEach(found::set);
    return step(
        "plan %s for batch %d of task %d by %s".formatted(found, batch, n, owner),
        store -> store.plan(id(n), batch, owner, new Plan.ByKey(found)));
  }

  private static Step<TaskStore> handBack(Random random) {
    int n = any(random);
    int batch = batch(random);
    String owner = owner(random);
    int planned = random.nextInt(ROWS);
    Optional<Instant> rest = random.nextBoolean() ? Optional.of(time(random)) : Optional.empty();
    return step(
        "hand back batch %d of task %d by %s with %d, resting until %s"
            .formatted(batch, n, owner, planned, rest),
        store -> store.handBack(id(n), batch, owner, planned, rest));
  }

  private static Step<TaskStore> commit(Random random) {
    int n = any(random);
    int batch = batch(random);
    String owner = owner(random);
    Commit commit = commitOf(random);
    Instant at = time(random);
    return step(
        "commit batch %d of task %d by %s: %s at %s".formatted(batch, n, owner, commit, at),
        store -> store.commit(id(n), batch, owner, commit, at));
  }

  private static Step<TaskStore> close(Random random) {
    int n = any(random);
    int batch = batch(random);
    Commit commit = commitOf(random);
    Instant at = time(random);
    return step(
        "close batch %d of task %d: %s at %s".formatted(batch, n, commit, at),
        store -> store.close(id(n), batch, commit, at));
  }

  private static Commit commitOf(Random random) {
    int deleted = random.nextInt(3);
    Balance counts =
        deleted == 0
            ? Balance.EMPTY.plus(Outcome.CANCELLED, ROWS)
            : Balance.EMPTY
                .plus(Outcome.DELETED, deleted)
                .plus(Outcome.NOT_FOUND, ROWS - deleted);
    return new Commit(counts, deleted, "results/part-" + random.nextInt(2));
  }

  private static Step<TaskStore> batches(Random random) {
    int n = any(random);
    int after = random.nextInt(BATCHES + 1);
    int limit = 1 + random.nextInt(BATCHES);
    int number = batch(random);
    return step(
        "batches of task %d after %d, at most %d, and batch %d".formatted(n, after, limit, number),
        store ->
            List.of(store.batches(id(n), after, limit), store.batch(id(n), number)));
  }

  private static Step<TaskStore> list(Random random) {
    TaskQuery query =
        new TaskQuery(
            random.nextBoolean() ? Optional.of(state(random)) : Optional.empty(),
            random.nextInt(3) == 0 ? Optional.of(TaskKind.DELETION) : Optional.empty(),
            Optional.empty(),
            1 + random.nextInt(TASKS),
            Optional.empty());
    return new Step<>("list " + query, side -> paged(side, query));
  }

  /** Goes on where one of the pages before has ended, be it with the same query or another. */
  private static Step<TaskStore> nextPage(Random random) {
    int place = random.nextInt(TASKS);
    int limit = 1 + random.nextInt(TASKS);
    return new Step<>(
        "list %d after page %d".formatted(limit, place),
        side -> {
          List<TaskQuery> pages = side.all(TaskQuery.class);
          if (place >= pages.size()) {
            return "none";
          }
          TaskQuery before = pages.get(place);
          return paged(
              side,
              new TaskQuery(
                  before.state(), before.kind(), before.description(), limit, before.nextToken()));
        });
  }

  private static Object paged(Side<TaskStore> side, TaskQuery query) {
    TaskPage page = side.port().list(query);
    page.nextToken()
        .ifPresent(
            token ->
                side.placeOf(
                    TaskQuery.class,
                    new TaskQuery(
                        query.state(),
                        query.kind(),
                        query.description(),
                        query.limit(),
                        Optional.of(token))));
    return shown(page);
  }

  private static Object shown(TaskPage page) {
    return List.of(
        page.tasks().stream()
            .map(task -> task + " of " + task.createdAt() + ", " + task.finishedAt())
            .toList(),
        page.nextToken().isPresent());
  }

  private static Step<TaskStore> unsettled(Random random) {
    int limit = 1 + random.nextInt(TASKS);
    Optional<UnsettledTask> after =
        random.nextBoolean()
            ? Optional.of(new UnsettledTask(id(any(random)), Samples.CREATED.plusSeconds(random.nextInt(2))))
            : Optional.empty();
    return step(
        "unsettled after %s, at most %d".formatted(after, limit),
        store -> store.unsettled(after, limit));
  }
}
