package expunge.simulator.memory;

import expunge.balance.Balance;
import expunge.batch.Commit;
import expunge.file.Problem;
import expunge.task.Accepted;
import expunge.task.SourceFile;
import expunge.task.Task;
import expunge.task.TaskState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Copies of a task, each with one change. */
final class TaskChanges {
  private static final Set<TaskState> WITHOUT_HOLD =
      EnumSet.of(TaskState.RUNNING, TaskState.CANCELLING);

  private TaskChanges() {}

  /** As it is kept: to the millisecond. */
  static Task kept(Task task) {
    return new Copy(task).made();
  }

  /** A time as it is kept. */
  static Instant kept(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  static Task moved(Task task, TaskState to, Instant at) {
    Copy copy = new Copy(task);
    copy.state = to;
    copy.cameFrom = Optional.of(task.state());
    copy.touchedAt = at;
    if (task.startedAt().isEmpty() && to == TaskState.RUNNING) {
      copy.startedAt = Optional.of(at);
    }
    copy.finishedAt = to.isTerminal() ? Optional.of(at) : Optional.empty();
    if (WITHOUT_HOLD.contains(to)) {
      copy.problem = Optional.empty();
    }
    return copy.made();
  }

  static Task accepted(
      Task task, Accepted totals, TaskState to, Optional<Problem> hold, Instant at) {
    Copy copy = new Copy(moved(task, to, at));
    copy.accepted = Optional.of(totals);
    copy.openBatches = totals.batches();
    copy.problem = hold;
    return copy.made();
  }

  static Task withProblem(Task task, Problem problem, TaskState to, Instant at) {
    Copy copy = new Copy(moved(task, to, at));
    copy.problem = Optional.of(problem);
    return copy.made();
  }

  static Task withFile(Task task, SourceFile file, Instant at) {
    Copy copy = new Copy(moved(task, TaskState.STAGING, at));
    copy.file = file;
    return copy.made();
  }

  static Task withOneMoreIntake(Task task, Instant at) {
    Copy copy = new Copy(task);
    copy.intakeAttempts++;
    copy.touchedAt = at;
    return copy.made();
  }

  static Task touched(Task task, Instant at) {
    Copy copy = new Copy(task);
    copy.touchedAt = at;
    return copy.made();
  }

  static Task withCommit(Task task, Commit commit, Instant at) {
    Copy copy = new Copy(task);
    copy.balance = task.balance().plus(commit.counts());
    copy.profilesDeleted += commit.profilesDeleted();
    copy.openBatches--;
    copy.touchedAt = at;
    return copy.made();
  }

  /** What may change of a task. */
  private static final class Copy {
    private final Task of;
    private SourceFile file;
    private TaskState state;
    private Optional<TaskState> cameFrom;
    private Optional<Accepted> accepted;
    private Balance balance;
    private long profilesDeleted;
    private int openBatches;
    private Optional<Problem> problem;
    private int intakeAttempts;
    private Instant touchedAt;
    private Optional<Instant> startedAt;
    private Optional<Instant> finishedAt;

    Copy(Task of) {
      this.of = of;
      this.file = of.file();
      this.state = of.state();
      this.cameFrom = of.cameFrom();
      this.accepted = of.accepted();
      this.balance = of.balance();
      this.profilesDeleted = of.profilesDeleted();
      this.openBatches = of.openBatches();
      this.problem = of.problem();
      this.intakeAttempts = of.intakeAttempts();
      this.touchedAt = of.touchedAt();
      this.startedAt = of.startedAt();
      this.finishedAt = of.finishedAt();
    }

    Task made() {
      return new Task(
          of.id(),
          of.request(),
          file,
          of.slicing(),
          state,
          cameFrom,
          accepted,
          balance,
          profilesDeleted,
          openBatches,
          problem,
          intakeAttempts,
          kept(of.createdAt()),
          kept(touchedAt),
          startedAt.map(TaskChanges::kept),
          finishedAt.map(TaskChanges::kept));
    }
  }
}
