package expunge.simulator.memory;

import expunge.balance.Balance;
import expunge.batch.Commit;
import expunge.file.Problem;
import expunge.task.Accepted;
import expunge.task.Task;
import expunge.task.TaskState;
import java.time.Instant;
import java.util.Optional;

/** Copies of a task, each with one change. */
final class TaskChanges {
  private TaskChanges() {}

  static Task moved(Task task, TaskState to, Instant at) {
    Optional<Instant> startedAt =
        task.startedAt().isEmpty() && to == TaskState.RUNNING ? Optional.of(at) : task.startedAt();
    return new Task(
        task.id(),
        task.request(),
        task.file(),
        task.slicing(),
        to,
        Optional.of(task.state()),
        task.accepted(),
        task.balance(),
        task.profilesDeleted(),
        task.openBatches(),
        task.problem(),
        task.intakeAttempts(),
        task.createdAt(),
        startedAt,
        to.isTerminal() ? Optional.of(at) : Optional.empty());
  }

  static Task withTotals(Task task, Accepted totals) {
    return with(
        task,
        Optional.of(totals),
        task.balance(),
        task.profilesDeleted(),
        totals.batches(),
        task.problem(),
        task.intakeAttempts());
  }

  static Task withProblem(Task task, Problem problem) {
    return with(
        task,
        task.accepted(),
        task.balance(),
        task.profilesDeleted(),
        task.openBatches(),
        Optional.of(problem),
        task.intakeAttempts());
  }

  static Task withOneMoreIntake(Task task) {
    return with(
        task,
        task.accepted(),
        task.balance(),
        task.profilesDeleted(),
        task.openBatches(),
        task.problem(),
        task.intakeAttempts() + 1);
  }

  static Task withCommit(Task task, Commit commit) {
    return with(
        task,
        task.accepted(),
        task.balance().plus(commit.counts()),
        task.profilesDeleted() + commit.profilesDeleted(),
        task.openBatches() - 1,
        task.problem(),
        task.intakeAttempts());
  }

  private static Task with(
      Task task,
      Optional<Accepted> accepted,
      Balance balance,
      long profilesDeleted,
      int openBatches,
      Optional<Problem> problem,
      int intakeAttempts) {
    return new Task(
        task.id(),
        task.request(),
        task.file(),
        task.slicing(),
        task.state(),
        task.cameFrom(),
        accepted,
        balance,
        profilesDeleted,
        openBatches,
        problem,
        intakeAttempts,
        task.createdAt(),
        task.startedAt(),
        task.finishedAt());
  }
}
