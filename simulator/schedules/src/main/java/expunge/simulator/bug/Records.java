package expunge.simulator.bug;

import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.batch.Progress;
import expunge.batch.Reached;
import expunge.task.Accepted;
import expunge.task.Request;
import expunge.task.Slicing;
import expunge.task.Task;
import expunge.task.TaskState;
import java.util.Optional;

/** Copies of records with one change, such as only a bug would write. */
final class Records {
  private Records() {}

  /** With the counters moved by a commit, and one batch less that is open. */
  static Task counted(Task task, Commit commit) {
    return with(
        task, task.request(), task.slicing(), task.state(), task.accepted(), Optional.of(commit));
  }

  /** Asked for otherwise. */
  static Task asked(Task task, Request request) {
    return with(task, request, task.slicing(), task.state(), task.accepted(), Optional.empty());
  }

  /** As it was asked, but not for a dry run. */
  static Request notDry(Request asked) {
    return new Request(
        asked.kind(),
        asked.dataset(),
        asked.deletionType(),
        asked.options(),
        asked.description(),
        asked.reason(),
        asked.purpose(),
        asked.requestedBy(),
        false,
        asked.confirmed(),
        asked.origin());
  }

  /** In another state than it is. */
  static Task in(TaskState state, Task task) {
    return with(task, task.request(), task.slicing(), state, task.accepted(), Optional.empty());
  }

  /** With another number of rows to delete, where there is one. */
  static Task toDelete(long rows, Task task) {
    Optional<Accepted> totals =
        task.accepted()
            .map(t -> new Accepted(t.layout(), Math.max(rows, t.rows()), rows, t.batches()));
    return with(task, task.request(), task.slicing(), task.state(), totals, Optional.empty());
  }

  /** Cut otherwise. */
  static Task sliced(Task task, Slicing slicing) {
    return with(task, task.request(), slicing, task.state(), task.accepted(), Optional.empty());
  }

  /** As a worker may read it that does not ask for the state. */
  static Task running(Task task, Accepted totals) {
    return new Task(
        task.id(),
        task.request(),
        task.file(),
        task.slicing(),
        TaskState.RUNNING,
        task.cameFrom(),
        Optional.of(totals),
        task.balance(),
        task.profilesDeleted(),
        totals.batches(),
        task.problem(),
        task.intakeAttempts(),
        task.createdAt(),
        task.touchedAt(),
        task.startedAt(),
        task.finishedAt());
  }

  private static Task with(
      Task task,
      Request request,
      Slicing slicing,
      TaskState state,
      Optional<Accepted> accepted,
      Optional<Commit> counted) {
    return new Task(
        task.id(),
        request,
        task.file(),
        slicing,
        state,
        task.cameFrom(),
        accepted,
        counted.map(Commit::counts).map(task.balance()::plus).orElse(task.balance()),
        task.profilesDeleted() + counted.map(Commit::profilesDeleted).orElse(0L),
        task.openBatches() - (counted.isPresent() ? 1 : 0),
        task.problem(),
        task.intakeAttempts(),
        task.createdAt(),
        task.touchedAt(),
        task.startedAt(),
        task.finishedAt());
  }

  /** With so many leases taken on it in vain. */
  static Batch stalled(Batch batch, int stalls) {
    return new Batch(
        batch.number(),
        batch.rows(),
        new Progress(batch.progress().attempts(), stalls, batch.progress().reached()),
        batch.lease(),
        batch.plan(),
        batch.commit());
  }

  static Batch committed(Batch batch, Commit commit) {
    return new Batch(
        batch.number(),
        batch.rows(),
        batch.progress(),
        batch.lease(),
        batch.plan(),
        Optional.of(commit));
  }

  static Batch leased(Batch batch, Lease lease) {
    return new Batch(
        batch.number(),
        batch.rows(),
        batch.progress().leased(),
        Optional.of(lease),
        batch.plan(),
        batch.commit());
  }

  /** Without its plan, and without what was achieved of it. */
  static Batch begunAnew(Batch batch) {
    return new Batch(
        batch.number(),
        batch.rows(),
        new Progress(batch.progress().attempts(), batch.progress().stalls(), Reached.NOTHING),
        batch.lease(),
        Optional.empty(),
        batch.commit());
  }

  static Batch planned(Batch batch, Optional<Plan> plan) {
    return new Batch(
        batch.number(), batch.rows(), batch.progress(), batch.lease(), plan, batch.commit());
  }
}
