package expunge.aws;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tasks and batches as records of one table; each kind of write has a class of its own. */
final class DynamoTaskStore implements TaskStore {
  private final Records records;
  private final TaskList list;
  private final UnsettledList unsettled;
  private final KeyedCalls calls;
  private final TaskChanges tasks;
  private final BatchRecords batches;
  private final BatchIntake intake;
  private final BatchWork work;
  private final Commits commits;

  DynamoTaskStore(Records records, Retention retention) {
    this.records = records;
    this.list = new TaskList(records);
    this.unsettled = new UnsettledList(records);
    this.calls = new KeyedCalls(records);
    this.tasks = new TaskChanges(records, retention);
    this.batches = new BatchRecords(records);
    this.intake = new BatchIntake(records, batches);
    this.work = new BatchWork(records);
    this.commits = new Commits(records, retention);
  }

  @Override
  public Task create(Task task) {
    records.create(TaskItem.write(task));
    return find(task.id())
        .orElseThrow(() -> new ExpungeException.Retryable("a task went as it was made", null));
  }

  @Override
  public KeyedCall create(Task task, KeyedCall call, Instant at) {
    return calls.create(task, call, at);
  }

  @Override
  public Optional<KeyedCall> keyedCall(Sha256 key, Instant at) {
    return calls.find(key, at);
  }

  @Override
  public Optional<Task> find(TaskId id) {
    return records.find(TaskItem.key(id)).map(TaskItem::read);
  }

  @Override
  public TaskPage list(TaskQuery query) {
    return list.page(query);
  }

  @Override
  public List<UnsettledTask> unsettled(Optional<UnsettledTask> after, int limit) {
    return unsettled.page(after, limit);
  }

  @Override
  public void settle(TaskId id) {
    tasks.settle(id);
  }

  @Override
  public boolean touch(TaskId id, Instant since, Instant at) {
    return tasks.touch(id, since, at);
  }

  @Override
  public Optional<Task> pin(TaskId id, SourceFile file, Instant at) {
    return tasks.pin(id, file, at);
  }

  @Override
  public Optional<Integer> beginIntake(TaskId id, Instant at) {
    return tasks.beginIntake(id, at);
  }

  @Override
  public boolean addBatches(TaskId id, List<Batch> fresh) {
    return intake.add(id, fresh);
  }

  @Override
  public boolean accept(
      TaskId id, Accepted totals, TaskState to, Optional<Problem> hold, Instant at) {
    if (to != TaskState.AWAITING_CONFIRMATION && (to != TaskState.RUNNING || hold.isPresent())) {
      throw new IllegalArgumentException("accepting a file does not lead to " + to);
    }
    return tasks.accept(id, totals, to, hold, at);
  }

  @Override
  public boolean reject(TaskId id, Problem problem, Instant at) {
    return tasks.reject(id, problem, at);
  }

  @Override
  public void removeBatches(TaskId id) {
    if (find(id).filter(Task::endedUnaccepted).isPresent()) {
      batches.removeAll(id);
    }
  }

  @Override
  public boolean move(TaskId id, Set<TaskState> from, TaskState to, Instant at) {
    if (from.stream().anyMatch(TaskState::isTerminal)) {
      throw new IllegalArgumentException("a terminal state never changes");
    }
    return !from.isEmpty() && tasks.move(id, from, to, at);
  }

  @Override
  public boolean finish(TaskId id, TaskState to, Instant at) {
    if (!to.isTerminal()) {
      throw new IllegalArgumentException(to + " is no end");
    }
    return tasks.move(id, Set.of(TaskState.FINISHING), to, at);
  }

  @Override
  public boolean fail(TaskId id, Problem problem, Instant at) {
    return tasks.fail(id, problem, at);
  }

  @Override
  public Optional<Batch> batch(TaskId id, int number) {
    return records.find(BatchItem.key(id, number)).map(BatchItem::read);
  }

  @Override
  public List<Batch> batches(TaskId id, int after, int limit) {
    return batches.page(id, after + 1, limit);
  }

  @Override
  public Optional<Batch> lease(TaskId id, int number, Lease lease, Instant now) {
    return work.lease(id, number, lease, now);
  }

  @Override
  public Optional<Batch> plan(TaskId id, int number, String owner, Plan plan) {
    return work.plan(id, number, owner, plan);
  }

  @Override
  public boolean handBack(
      TaskId id, int number, String owner, Reached reached, Optional<Instant> restsUntil) {
    return work.handBack(id, number, owner, reached, restsUntil);
  }

  @Override
  public boolean commit(TaskId id, int number, String owner, Commit commit, Instant at) {
    return commits.commit(id, number, owner, commit, at);
  }

  @Override
  public boolean close(TaskId id, int number, Commit commit, Instant at) {
    return commits.close(id, number, commit, at);
  }
}
