package expunge.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.dataset.Dataset;
import expunge.dataset.Segments;
import expunge.file.FileOptions;
import expunge.file.Limits;
import expunge.file.Problem;
import expunge.object.ObjectVersion;
import expunge.simulator.Samples;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.Slicing;
import expunge.task.SourceFile;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Tasks that go through all the states that there are, with all the writes between them. */
final class Lives {
  /** In every text of people's own. Its quote would break an event that it got into. */
  static final String MARK = "mkq7x\"'<$.x>";

  private static final int ROWS_EACH = 2;
  private static final Dataset DATASET = Samples.customers();
  private static final Problem PROBLEM =
      Problem.of("unknown-purpose", "Unknown " + MARK, MARK, MARK);

  private final TaskStore store;
  private final Map<TaskId, List<TaskState>> states = new LinkedHashMap<>();
  private Instant now = Samples.CREATED;

  Lives(TaskStore store) {
    this.store = store;
  }

  /** The states that each task has been in, in their order; one that it came back to, again. */
  Map<TaskId, List<TaskState>> states() {
    return states;
  }

  /** A dropped file that is paused and resumed, and ends with a failed row. */
  TaskId droppedAndPaused() {
    TaskId id = made(staging("paused", request(Optional.of("clean_up"), new Origin.Sent(), false)));
    accept(id, 3, TaskState.RUNNING);
    commit(id, 1, Outcome.DELETED);
    move(id, TaskState.PAUSED);
    commit(id, 2, Outcome.NOT_FOUND);
    move(id, TaskState.RUNNING);
    commit(id, 3, Outcome.FAILED);
    move(id, TaskState.FINISHING);
    finish(id, TaskState.COMPLETED_WITH_ERRORS);
    return id;
  }

  /** The deletion of a segment, waiting for its confirmation, then cancelled while it runs. */
  TaskId uploadedAndCancelled() {
    Request request =
        request(Optional.empty(), new Origin.Segment("gold-2026", Segments.Source.MEMBERS), false);
    Task task = Task.pendingUpload(id("cancelled"), request, "uploads/" + MARK, slicing(), later());
    TaskId id = made(task);
    store.pin(id, file("cancelled"), later());
    statesOf(id).add(TaskState.STAGING);
    accept(id, 2, TaskState.AWAITING_CONFIRMATION);
    move(id, TaskState.RUNNING);
    commit(id, 1, Outcome.PROTECTED);
    move(id, TaskState.CANCELLING);
    Commit closed = commitOf(Outcome.CANCELLED);
    assertThat(store.close(id, 2, closed, later())).isTrue();
    move(id, TaskState.FINISHING);
    finish(id, TaskState.CANCELLED);
    return id;
  }

  /** A dropped file with words in its metadata that are none of ours. */
  TaskId rejected() {
    Request request =
        new Request(
            TaskKind.DELETION,
            MARK,
            MARK,
            FileOptions.none(),
            Optional.of(MARK),
            Optional.of(MARK),
            Optional.of(MARK),
            Optional.of(MARK),
            false,
            false,
            new Origin.Sent());
    TaskId id = made(staging("rejected", request));
    store.beginIntake(id, later());
    assertThat(store.reject(id, PROBLEM, later())).isTrue();
    statesOf(id).add(TaskState.REJECTED);
    return id;
  }

  /** A retry whose end fails. */
  TaskId retriedAndFailed(TaskId parent) {
    Request request = request(Optional.empty(), new Origin.Retry(parent, 1), false);
    TaskId id = made(staging("failed", request));
    accept(id, 1, TaskState.RUNNING);
    commit(id, 1, Outcome.DELETED);
    move(id, TaskState.FINISHING);
    assertThat(store.fail(id, PROBLEM, later())).isTrue();
    statesOf(id).add(TaskState.FAILED);
    return id;
  }

  /** A dry run without a fault. */
  TaskId dryRun() {
    TaskId id =
        made(staging("dry", request(Optional.of("privacy_request"), new Origin.Sent(), true)));
    accept(id, 1, TaskState.RUNNING);
    commit(id, 1, Outcome.DELETED);
    move(id, TaskState.FINISHING);
    finish(id, TaskState.COMPLETED);
    return id;
  }

  private static Request request(Optional<String> purpose, Origin origin, boolean dryRun) {
    return new Request(
        TaskKind.DELETION,
        DATASET.name(),
        "complete",
        FileOptions.none(),
        Optional.of(MARK),
        Optional.of(MARK),
        purpose,
        Optional.of(MARK),
        dryRun,
        false,
        origin);
  }

  private TaskId made(Task task) {
    store.create(task);
    store.create(task);
    states.put(task.id(), new ArrayList<>(List.of(task.state())));
    return task.id();
  }

  private Task staging(String name, Request request) {
    return Task.staging(id(name), request, file(name), slicing(), later());
  }

  private void accept(TaskId id, int batches, TaskState to) {
    store.beginIntake(id, later());
    store.addBatches(id, Samples.batches(batches, ROWS_EACH));
    Optional<Problem> hold =
        to == TaskState.AWAITING_CONFIRMATION ? Optional.of(PROBLEM) : Optional.empty();
    assertThat(store.accept(id, Samples.totals(batches, ROWS_EACH), to, hold, later())).isTrue();
    assertThat(store.accept(id, Samples.totals(batches, ROWS_EACH), to, hold, later())).isFalse();
    statesOf(id).add(to);
    touch(id);
  }

  private void commit(TaskId id, int number, Outcome outcome) {
    Lease lease = new Lease("owner-" + number, now.plus(Duration.ofHours(1)));
    store.lease(id, number, lease, later());
    store.plan(id, number, lease.owner(), new Plan.ByKey(new BitSet()));
    assertThat(store.batch(id, number)).hasValueSatisfying(Lives::isPlanned);
    assertThat(store.commit(id, number, lease.owner(), commitOf(outcome), later())).isTrue();
  }

  private static void isPlanned(Batch batch) {
    assertThat(batch.plan()).isPresent();
  }

  private static Commit commitOf(Outcome outcome) {
    int profiles = outcome == Outcome.DELETED ? ROWS_EACH : 0;
    return new Commit(Balance.EMPTY.plus(outcome, ROWS_EACH), profiles, "results/part");
  }

  private void move(TaskId id, TaskState to) {
    Set<TaskState> from = Set.of(statesOf(id).getLast());
    assertThat(store.move(id, from, to, later())).isTrue();
    assertThat(store.move(id, from, to, later())).isFalse();
    statesOf(id).add(to);
    touch(id);
  }

  private void finish(TaskId id, TaskState to) {
    assertThat(store.finish(id, to, later())).isTrue();
    statesOf(id).add(to);
    store.settle(id);
    store.settle(id);
  }

  private List<TaskState> statesOf(TaskId id) {
    return Objects.requireNonNull(states.get(id));
  }

  private void touch(TaskId id) {
    Instant since = store.find(id).orElseThrow().touchedAt();
    assertThat(store.touch(id, since, later())).isTrue();
  }

  private Instant later() {
    now = now.plusSeconds(1);
    return now;
  }

  private static TaskId id(String name) {
    return TaskId.derivedFrom("state-events", name);
  }

  private static SourceFile file(String name) {
    String key = "drop/" + MARK + name + ".csv";
    return new SourceFile(new ObjectVersion(key, Optional.of("version-1"), "etag"), 100);
  }

  private static Slicing slicing() {
    return Slicing.by(Limits.defaults(), Optional.of(DATASET));
  }
}
