package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.aws.AwsPorts;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.local.Eventually;
import expunge.local.command.TaskStatus;
import expunge.object.ObjectStore;
import expunge.run.SystemScheduler;
import expunge.simulator.Samples;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people do with a task over HTTP, and what becomes of what was given up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TaskLifeSuite {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Stack stack = start();
  private final AwsPorts ports = new AwsPorts(stack.system().clients(), new SystemScheduler());

  /** A system with workers. */
  abstract Stack start();

  final Stack stack() {
    return stack;
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  void anUploadedFileWaitsRunsWhenItIsConfirmedAndEnds() {
    List<String> listed = Stack.keys("uploaded-", 1_100);
    stack.putProfiles(listed);
    TaskId id = upload(listed);
    assertThat(stack.post("/tasks/" + id + "/confirm", "{\"rows\": 1}")).isEqualTo(409);

    assertThat(stack.post("/tasks/" + id + "/confirm", "{\"rows\": 1100}")).isEqualTo(202);
    stack.post("/tasks/" + id + "/pause", "");
    stack.post("/tasks/" + id + "/resume", "");

    TaskStatus ended = ended(id);
    assertThat(ended.state()).isEqualTo("COMPLETED");
    assertThat(ended.balance()).containsEntry("deleted", 1_100L);
    assertThat(stack.profiles()).doesNotContainKeys(listed.toArray(String[]::new));
    assertThat(stack.post("/tasks/" + id + "/cancel", "")).isEqualTo(409);
  }

  @Test
  void whatWasCancelledBeforeItRanIsRetriedAfterItsConfirmation() {
    List<String> listed = Stack.keys("cancelled-", 1_100);
    stack.putProfiles(listed);
    TaskId id = upload(listed);

    assertThat(stack.post("/tasks/" + id + "/cancel", "")).isEqualTo(202);
    TaskStatus cancelled = ended(id);

    assertThat(cancelled.state()).isEqualTo("CANCELLED");
    assertThat(cancelled.balance()).containsEntry("cancelled", 1_100L);
    assertThat(stack.report(id.value())).hasSize(1_101);
    assertThat(stack.profiles()).containsKeys(listed.toArray(String[]::new));
    String child = stack.locationOf("/tasks/" + id + "/retry");
    Eventually.within(PATIENCE, () -> stateOf(child).equals("AWAITING_CONFIRMATION"));
    assertThat(stack.post(child + "/confirm", "{\"rows\": 1100}")).isEqualTo(202);
    TaskStatus retried = ended(new TaskId(child.substring("/tasks/".length())));
    assertThat(retried.balance()).containsEntry("deleted", 1_100L);
    assertThat(stack.profiles()).doesNotContainKeys(listed.toArray(String[]::new));
  }

  @Test
  void aTaskThatIsCancelledWhileItsFileIsReadLeavesNoBatch() {
    Task staging = tasks().create(Samples.staging("drop/" + UUID.randomUUID() + ".csv"));
    tasks().addBatches(staging.id(), Samples.batches(3, 5));

    assertThat(stack.post("/tasks/" + staging.id() + "/cancel", "")).isEqualTo(202);

    Eventually.within(PATIENCE, () -> tasks().batches(staging.id(), 0, 5).isEmpty());
    assertThat(ended(staging.id()).state()).isEqualTo("CANCELLED");
  }

  @Test
  void aBatchThatWorkersGaveUpIsSettledByStrongReads() {
    List<String> listed = Stack.keys("given-up-", 3);
    stack.putProfiles(listed.subList(1, 3));
    TaskId id = upload(listed);
    stallsUntilNobodyTriesAgain(id);
    EnumSet<TaskState> waiting = EnumSet.of(TaskState.AWAITING_CONFIRMATION);
    tasks().move(id, waiting, TaskState.RUNNING, Instant.now());

    stack.giveUp("{\"version\": 1, \"taskId\": \"" + id + "\", \"batch\": 1}");

    TaskStatus settled = ended(id);
    assertThat(settled.balance()).containsEntry("deleted", 1L).containsEntry("failed", 2L);
    assertThat(stack.profiles()).containsKeys("given-up-2", "given-up-3");
  }

  /** A plan that found all three, and six workers that died over it; no bell of it is left. */
  private void stallsUntilNobodyTriesAgain(TaskId id) {
    BitSet all = new BitSet();
    all.set(0, 3);
    Lease first = new Lease("dead", Instant.EPOCH);
    tasks().lease(id, 1, first, Instant.EPOCH);
    tasks().plan(id, 1, first.owner(), new Plan.ByKey(all));
    for (int attempt = 1; attempt <= 6; attempt++) {
      Instant then = Instant.EPOCH.plusSeconds(attempt);
      tasks().lease(id, 1, new Lease("dead-" + attempt, then), then);
    }
  }

  /** A task that the API makes, whose file is then uploaded and read. */
  final TaskId upload(List<String> rows) {
    return upload(stack.system().datasets().defaultDataset().key().name(), rows);
  }

  /** As {@link #upload(List)}, by this identifier. */
  final TaskId upload(String identifier, List<String> rows) {
    return stack.upload(identifier, rows);
  }

  final TaskStatus ended(TaskId id) {
    return stack.ended(id);
  }

  final TaskStore tasks() {
    return ports.taskStore(stack.system().settings().tasksTable(), Duration.ofDays(1));
  }

  final ObjectStore objects() {
    return ports.objectStore(stack.system().settings().bucket());
  }

  private String stateOf(String path) {
    return stack.task(path.substring("/tasks/".length())).state();
  }
}
