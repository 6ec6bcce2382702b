package expunge.simulator.bug;

import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.batch.Reached;
import expunge.file.Problem;
import expunge.object.Sha256;
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

/** Passes every call on; a bug overrides what it does otherwise. */
abstract class PassingTasks implements TaskStore {
  private final TaskStore next;

  PassingTasks(TaskStore next) {
    this.next = next;
  }

  @Override
  public Task create(Task task) {
    return next.create(task);
  }

  @Override
  public KeyedCall create(Task task, KeyedCall call, Instant at) {
    return next.create(task, call, at);
  }

  @Override
  public Optional<KeyedCall> keyedCall(Sha256 key, Instant at) {
    return next.keyedCall(key, at);
  }

  @Override
  public Optional<Task> find(TaskId id) {
    return next.find(id);
  }

  @Override
  public TaskPage list(TaskQuery query) {
    return next.list(query);
  }

  @Override
  public List<UnsettledTask> unsettled(Optional<UnsettledTask> after, int limit) {
    return next.unsettled(after, limit);
  }

  @Override
  public void settle(TaskId id) {
    next.settle(id);
  }

  @Override
  public boolean touch(TaskId id, Instant since, Instant at) {
    return next.touch(id, since, at);
  }

  @Override
  public Optional<Task> pin(TaskId id, SourceFile file, Instant at) {
    return next.pin(id, file, at);
  }

  @Override
  public Optional<Integer> beginIntake(TaskId id, Instant at) {
    return next.beginIntake(id, at);
  }

  @Override
  public boolean addBatches(TaskId id, List<Batch> batches) {
    return next.addBatches(id, batches);
  }

  @Override
  public boolean accept(
      TaskId id, Accepted totals, TaskState to, Optional<Problem> hold, Instant at) {
    return next.accept(id, totals, to, hold, at);
  }

  @Override
  public boolean reject(TaskId id, Problem problem, Instant at) {
    return next.reject(id, problem, at);
  }

  @Override
  public void removeBatches(TaskId id) {
    next.removeBatches(id);
  }

  @Override
  public boolean move(TaskId id, Set<TaskState> from, TaskState to, Instant at) {
    return next.move(id, from, to, at);
  }

  @Override
  public boolean finish(TaskId id, TaskState to, Instant at) {
    return next.finish(id, to, at);
  }

  @Override
  public boolean fail(TaskId id, Problem problem, Instant at) {
    return next.fail(id, problem, at);
  }

  @Override
  public Optional<Batch> batch(TaskId id, int number) {
    return next.batch(id, number);
  }

  @Override
  public List<Batch> batches(TaskId id, int after, int limit) {
    return next.batches(id, after, limit);
  }

  @Override
  public Optional<Batch> lease(TaskId id, int number, Lease lease, Instant now) {
    return next.lease(id, number, lease, now);
  }

  @Override
  public Optional<Batch> plan(TaskId id, int number, String owner, Plan plan) {
    return next.plan(id, number, owner, plan);
  }

  @Override
  public boolean handBack(
      TaskId id, int number, String owner, Reached reached, Optional<Instant> restsUntil) {
    return next.handBack(id, number, owner, reached, restsUntil);
  }

  @Override
  public boolean commit(TaskId id, int number, String owner, Commit commit, Instant at) {
    return next.commit(id, number, owner, commit, at);
  }

  @Override
  public boolean close(TaskId id, int number, Commit commit, Instant at) {
    return next.close(id, number, commit, at);
  }
}
