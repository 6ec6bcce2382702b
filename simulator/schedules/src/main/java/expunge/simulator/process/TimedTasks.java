package expunge.simulator.process;

import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.batch.Reached;
import expunge.file.Problem;
import expunge.object.Sha256;
import expunge.simulator.fault.PortCall;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tasks table, as processes call it. */
public final class TimedTasks implements TaskStore {
  private final Calls calls;
  private final TaskStore table;

  /** In front of {@code table}. */
  public TimedTasks(Calls calls, TaskStore table) {
    this.calls = calls;
    this.table = table;
  }

  @Override
  public Task create(Task task) {
    return calls.make(PortCall.CREATE, () -> table.create(task));
  }

  @Override
  public KeyedCall create(Task task, KeyedCall call, Instant at) {
    return calls.make(PortCall.CREATE, () -> table.create(task, call, at));
  }

  @Override
  public Optional<KeyedCall> keyedCall(Sha256 key, Instant at) {
    return calls.make(PortCall.FIND_TASK, () -> table.keyedCall(key, at));
  }

  @Override
  public Optional<Task> find(TaskId id) {
    return calls.make(PortCall.FIND_TASK, () -> table.find(id));
  }

  @Override
  public TaskPage list(TaskQuery query) {
    return table.list(query);
  }

  @Override
  public List<UnsettledTask> unsettled(Optional<UnsettledTask> after, int limit) {
    return calls.make(PortCall.LIST_UNSETTLED, () -> table.unsettled(after, limit));
  }

  @Override
  public void settle(TaskId id) {
    calls.make(
        PortCall.SETTLE,
        () -> {
          table.settle(id);
          return true;
        });
  }

  @Override
  public boolean touch(TaskId id, Instant since, Instant at) {
    return calls.make(PortCall.TOUCH, () -> table.touch(id, since, at));
  }

  @Override
  public Optional<Task> pin(TaskId id, SourceFile file, Instant at) {
    return calls.make(PortCall.PIN, () -> table.pin(id, file, at));
  }

  @Override
  public Optional<Integer> beginIntake(TaskId id, Instant at) {
    return calls.make(PortCall.BEGIN_INTAKE, () -> table.beginIntake(id, at));
  }

  @Override
  public boolean addBatches(TaskId id, List<Batch> batches) {
    List<Batch> sent = List.copyOf(batches);
    return calls.make(PortCall.ADD_BATCHES, () -> table.addBatches(id, sent));
  }

  @Override
  public boolean accept(
      TaskId id, Accepted totals, TaskState to, Optional<Problem> hold, Instant at) {
    return calls.make(PortCall.ACCEPT, () -> table.accept(id, totals, to, hold, at));
  }

  @Override
  public boolean reject(TaskId id, Problem problem, Instant at) {
    return calls.make(PortCall.REJECT, () -> table.reject(id, problem, at));
  }

  @Override
  public void removeBatches(TaskId id) {
    calls.make(
        PortCall.REMOVE_BATCHES,
        () -> {
          table.removeBatches(id);
          return true;
        });
  }

  @Override
  public boolean move(TaskId id, Set<TaskState> from, TaskState to, Instant at) {
    return calls.make(PortCall.MOVE, () -> table.move(id, from, to, at));
  }

  @Override
  public boolean finish(TaskId id, TaskState to, Instant at) {
    return calls.make(PortCall.FINISH, () -> table.finish(id, to, at));
  }

  @Override
  public boolean fail(TaskId id, Problem problem, Instant at) {
    return table.fail(id, problem, at); // no part of a report is ever lost here
  }

  @Override
  public Optional<Batch> batch(TaskId id, int number) {
    return calls.make(PortCall.FIND_BATCH, () -> table.batch(id, number));
  }

  @Override
  public List<Batch> batches(TaskId id, int after, int limit) {
    return calls.make(PortCall.LIST_BATCHES, () -> table.batches(id, after, limit));
  }

  @Override
  public Optional<Batch> lease(TaskId id, int number, Lease lease, Instant now) {
    return calls.make(PortCall.LEASE, () -> table.lease(id, number, lease, now));
  }

  @Override
  public Optional<Batch> plan(TaskId id, int number, String owner, Plan plan) {
    return calls.make(PortCall.PLAN, () -> table.plan(id, number, owner, plan));
  }

  @Override
  public boolean handBack(
      TaskId id, int number, String owner, Reached reached, Optional<Instant> restsUntil) {
    return calls.make(
        PortCall.HAND_BACK, () -> table.handBack(id, number, owner, reached, restsUntil));
  }

  @Override
  public boolean commit(TaskId id, int number, String owner, Commit commit, Instant at) {
    return calls.make(PortCall.COMMIT, () -> table.commit(id, number, owner, commit, at));
  }

  @Override
  public boolean close(TaskId id, int number, Commit commit, Instant at) {
    return calls.make(PortCall.CLOSE, () -> table.close(id, number, commit, at));
  }
}
