package expunge.httpapi;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.batch.Commit;
import expunge.file.Limits;
import expunge.file.Problem;
import expunge.simulator.Samples;
import expunge.task.Slicing;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A task in each state, and in each way to it that calls tell apart. */
record SampleTask(String name, TaskState state, Consumer<Step> way) {
  static final List<SampleTask> ALL =
      List.of(
          of("awaiting its file", TaskState.PENDING_UPLOAD, Step::makePending),
          of("being read", TaskState.STAGING, Step::make),
          of("held", TaskState.AWAITING_CONFIRMATION, Step::makeHeld),
          of("never held", TaskState.RUNNING, Step::makeRunning),
          of("confirmed", TaskState.RUNNING, Step::makeConfirmed),
          of("paused", TaskState.PAUSED, Step::makePaused),
          of("being cancelled", TaskState.CANCELLING, Step::makeCancelling),
          of("finishing", TaskState.FINISHING, task -> task.makeFinishing(Outcome.DELETED)),
          of("completed", TaskState.COMPLETED, task -> task.complete(Outcome.DELETED)),
          of("invalid", TaskState.COMPLETED_WITH_ERRORS, task -> task.complete(Outcome.INVALID)),
          of("failed rows", TaskState.COMPLETED_WITH_ERRORS, task -> task.complete(Outcome.FAILED)),
          of("cancelled while it was read", TaskState.CANCELLED, Step::cancelEarly),
          of("cancelled", TaskState.CANCELLED, Step::cancel),
          of("rejected", TaskState.REJECTED, Step::reject),
          of("given up", TaskState.FAILED, task -> task.fail(Outcome.DELETED)),
          of("given up with failed rows", TaskState.FAILED, task -> task.fail(Outcome.FAILED)));

  /** As the description's example of a confirmation has it. */
  private static final int ROWS = 997;

  private static final Problem PROBLEM = Problem.of("sample", "Sample", "A sample.", "None.");

  private static SampleTask of(String name, TaskState state, Consumer<Step> way) {
    return new SampleTask(name, state, way);
  }

  /** Makes it. */
  TaskId in(Gateway gateway) {
    Step step = new Step(gateway, Samples.staging("drop/a.csv"));
    way.accept(step);
    return step.task().id();
  }

  @Override
  public String toString() {
    return name;
  }

  /** What can be done on the way. */
  record Step(Gateway gateway, Task task) {
    void make() {
      gateway.tasks.create(task);
    }

    void makePending() {
      Slicing slicing = Slicing.by(Limits.defaults(), Optional.of(Samples.customers()));
      gateway.tasks.create(
          Task.pendingUpload(
              task.id(), Samples.request(), "uploads/a.csv", slicing, task.createdAt()));
    }

    void makeHeld() {
      makeCounted(TaskState.AWAITING_CONFIRMATION);
    }

    void makeRunning() {
      makeCounted(TaskState.RUNNING);
    }

    private void makeCounted(TaskState to) {
      make();
      gateway.tasks.addBatches(task.id(), Samples.batches(1, ROWS));
      gateway.tasks.accept(
          task.id(), Samples.totals(1, ROWS), to, Optional.empty(), gateway.scheduler.now());
    }

    void makeConfirmed() {
      makeHeld();
      move(TaskState.AWAITING_CONFIRMATION, TaskState.RUNNING);
    }

    void makePaused() {
      makeRunning();
      move(TaskState.RUNNING, TaskState.PAUSED);
    }

    void makeCancelling() {
      makeRunning();
      move(TaskState.RUNNING, TaskState.CANCELLING);
    }

    void makeFinishing(Outcome ofAllRows) {
      makeRunning();
      gateway.commit(task, 1, Balance.EMPTY.plus(ofAllRows, ROWS), 0);
      move(TaskState.RUNNING, TaskState.FINISHING);
    }

    void complete(Outcome ofAllRows) {
      makeFinishing(ofAllRows);
      boolean clean = ofAllRows == Outcome.DELETED;
      gateway.tasks.finish(
          task.id(),
          clean ? TaskState.COMPLETED : TaskState.COMPLETED_WITH_ERRORS,
          gateway.scheduler.now());
    }

    void fail(Outcome ofAllRows) {
      makeFinishing(ofAllRows);
      gateway.tasks.fail(task.id(), PROBLEM, gateway.scheduler.now());
    }

    void cancelEarly() {
      make();
      move(TaskState.STAGING, TaskState.CANCELLED);
    }

    void cancel() {
      makeCancelling();
      Commit cancelled = new Commit(Balance.EMPTY.plus(Outcome.CANCELLED, ROWS), 0, "part");
      gateway.tasks.close(task.id(), 1, cancelled, gateway.scheduler.now());
      move(TaskState.CANCELLING, TaskState.FINISHING);
      move(TaskState.FINISHING, TaskState.CANCELLED);
    }

    void reject() {
      make();
      gateway.tasks.reject(task.id(), PROBLEM, gateway.scheduler.now());
    }

    void move(TaskState from, TaskState to) {
      gateway.tasks.move(task.id(), Set.of(from), to, gateway.scheduler.now());
    }
  }
}
