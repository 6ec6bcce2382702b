package expunge.simulator.sequence;

import expunge.batch.Lease;
import expunge.simulator.Samples;
import expunge.task.TaskId;
import expunge.task.TaskQuery;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * Calls of a few tasks with a few batches by a few owners, so that they meet: in any state, twice,
 * too late, by the wrong owner, and of what is not there.
 */
public final class TaskStoreSteps implements Steps<TaskStore> {
  private static final List<Function<Random, Step<TaskStore>>> KINDS =
      List.of(
          TaskSteps::create,
          TaskSteps::create,
          TaskSteps::createByCall,
          TaskSteps::pin,
          TaskSteps::beginIntake,
          TaskSteps::beginIntake,
          BatchSteps::addBatches,
          BatchSteps::addBatches,
          TaskSteps::accept,
          TaskSteps::accept,
          TaskSteps::reject,
          BatchSteps::removeBatches,
          TaskSteps::move,
          TaskSteps::move,
          TaskSteps::finish,
          TaskSteps::fail,
          TaskSteps::settle,
          TaskSteps::touch,
          BatchSteps::lease,
          BatchSteps::lease,
          BatchSteps::lease,
          BatchSteps::lease,
          BatchSteps::plan,
          BatchSteps::plan,
          BatchSteps::plan,
          BatchSteps::plan,
          BatchSteps::handBack,
          BatchSteps::handBack,
          BatchSteps::commit,
          BatchSteps::commit,
          BatchSteps::commit,
          BatchSteps::close,
          BatchSteps::close,
          TaskSteps::find,
          BatchSteps::batches,
          TaskListSteps::list,
          TaskListSteps::nextPage,
          TaskListSteps::unsettled);

  /** Tasks in most of the states that batches are worked on in. */
  @Override
  public List<Step<TaskStore>> first(Random random) {
    List<Step<TaskStore>> first = new ArrayList<>();
    for (int n = 0; n < Draw.TASKS; n++) {
      first.add(TaskSteps.create(n));
      if (n % 2 == 0 || random.nextBoolean()) {
        first.add(TaskSteps.pin(n, random));
        first.add(TaskSteps.beginIntake(n, Samples.CREATED));
        first.add(BatchSteps.addBatches(n, 0, Samples.batches(Draw.BATCHES, Draw.ROWS)));
        first.add(accept(n, random));
        Lease lease = Draw.lease(random);
        first.add(BatchSteps.lease(n, 1, lease, Samples.CREATED));
        first.add(BatchSteps.plan(n, 1, lease.owner(), random));
      }
    }
    EnumSet<TaskState> running = EnumSet.of(TaskState.RUNNING);
    TaskState next = random.nextBoolean() ? TaskState.CANCELLING : TaskState.PAUSED;
    first.add(TaskSteps.move(random.nextInt(Draw.TASKS), running, next, Samples.CREATED));
    return first;
  }

  private static Step<TaskStore> accept(int n, Random random) {
    return random.nextInt(4) == 0
        ? TaskSteps.accept(
            n,
            Draw.BATCHES,
            TaskState.AWAITING_CONFIRMATION,
            Optional.of(Draw.problem(random)),
            Samples.CREATED)
        : TaskSteps.accept(n, Draw.BATCHES, TaskState.RUNNING, Optional.empty(), Samples.CREATED);
  }

  @Override
  public Step<TaskStore> next(Random random) {
    return KINDS.get(random.nextInt(KINDS.size())).apply(random);
  }

  @Override
  public List<Step<TaskStore>> last() {
    List<Step<TaskStore>> last = new ArrayList<>();
    for (int n = 0; n < Draw.TASKS; n++) {
      TaskId id = Draw.task(n).id();
      last.add(Draw.step("find task " + n, store -> store.find(id)));
      last.add(Draw.step("batches of task " + n, store -> store.batches(id, 0, 100)));
    }
    last.add(Draw.step("list", store -> TaskListSteps.shown(store.list(TaskQuery.all(100)))));
    last.add(Draw.step("unsettled", store -> store.unsettled(Optional.empty(), 100)));
    return last;
  }
}
