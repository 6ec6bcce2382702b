package expunge.aws;

import expunge.file.Problem;
import expunge.task.Accepted;
import expunge.task.SourceFile;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Conditional changes of a task's record, other than by commits. */
final class TaskChanges {
  private static final Set<TaskState> STAGING = Set.of(TaskState.STAGING);

  private final Records records;
  private final Retention retention;

  TaskChanges(Records records, Retention retention) {
    this.records = records;
    this.retention = retention;
  }

  Optional<Task> pin(TaskId id, SourceFile file, Instant at) {
    Write write =
        moving(Set.of(TaskState.PENDING_UPLOAD), TaskState.STAGING, at)
            .assign(TaskItem.write(file));
    return switch (records.change(TaskItem.key(id), write)) {
      case Change.Made made -> Optional.of(TaskItem.read(made.record()));
      case Change.Refused refused ->
          refused.record().map(TaskItem::read).filter(task -> task.file().isPinned());
    };
  }

  boolean touch(TaskId id, Instant since, Instant at) {
    return change(
        id,
        Write.when("#touchedAt = :since")
            .given(new ItemWriter().time(":since", since))
            .assign(new ItemWriter().time("touchedAt", at)));
  }

  void settle(TaskId id) {
    change(id, Write.when("attribute_exists(#finishedAt)").remove("#" + TasksTable.UNSETTLED));
  }

  Optional<Integer> beginIntake(TaskId id, Instant at) {
    Write write =
        Write.whenIn(STAGING)
            .assign("#intakeAttempts = #intakeAttempts + :one")
            .given(new ItemWriter().number(":one", 1))
            .assign(new ItemWriter().time("touchedAt", at));
    return switch (records.change(TaskItem.key(id), write)) {
      case Change.Made made -> Optional.of(TaskItem.read(made.record()).intakeAttempts());
      // Of a task that is STAGING, nothing but our own mark refuses this: it was made, its answer
      // was lost, and another intake has left its mark since.
      case Change.Refused refused ->
          refused
              .record()
              .map(TaskItem::read)
              .filter(task -> STAGING.contains(task.state()))
              .map(Task::intakeAttempts);
    };
  }

  boolean accept(TaskId id, Accepted totals, TaskState to, Optional<Problem> hold, Instant at) {
    Write write =
        checkedWords(moving(STAGING, to, at))
            .assign(TaskItem.write(totals).number("openBatches", totals.batches()));
    hold.ifPresent(problem -> write.assign(problem(problem)));
    return change(id, write);
  }

  boolean reject(TaskId id, Problem problem, Instant at) {
    return change(id, moving(TaskState.UNCOUNTED, TaskState.REJECTED, at).assign(problem(problem)));
  }

  boolean fail(TaskId id, Problem problem, Instant at) {
    return change(
        id, moving(Set.of(TaskState.FINISHING), TaskState.FAILED, at).assign(problem(problem)));
  }

  boolean move(TaskId id, Set<TaskState> from, TaskState to, Instant at) {
    return change(id, moving(from, to, at));
  }

  /**
   * The words that the acceptance has found to be declared. An event tells no others: those that
   * nobody has checked may be anything.
   */
  private static Write checkedWords(Write write) {
    return write
        .assign("#checkedDataset = #dataset")
        .assign("#checkedDeletionType = #deletionType")
        .assign("#checkedPurpose = if_not_exists(#purpose, :none)")
        .given(new ItemWriter().text(":none", ""));
  }

  private static ItemWriter problem(Problem problem) {
    return new ItemWriter().map("problem", FileItems.write(problem));
  }

  private boolean change(TaskId id, Write write) {
    return records.change(TaskItem.key(id), write).isMade();
  }

  private Write moving(Set<TaskState> from, TaskState to, Instant at) {
    Write write =
        Write.whenIn(from)
            .assign("#cameFrom = #state")
            .assign(new ItemWriter().text("state", to.name()).time("touchedAt", at));
    if (to == TaskState.RUNNING || to == TaskState.CANCELLING) {
      write.remove("#problem");
    }
    if (to == TaskState.RUNNING) {
      write
          .assign("#startedAt = if_not_exists(#startedAt, :at)")
          .given(new ItemWriter().time(":at", at));
    }
    if (to.isTerminal()) {
      write.assign(
          new ItemWriter()
              .time("finishedAt", at)
              .number(TasksTable.EXPIRES_AT, retention.endsAfter(at)));
    }
    return write;
  }
}
