package expunge.aws;

import expunge.file.Problem;
import expunge.task.Accepted;
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

  Optional<Integer> beginIntake(TaskId id) {
    Write write =
        Write.whenIn(STAGING)
            .assign("#intakeAttempts = #intakeAttempts + :one")
            .given(new ItemWriter().number(":one", 1));
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

  boolean accept(TaskId id, Accepted totals, TaskState to, Instant at) {
    return change(
        id,
        moving(STAGING, to, at)
            .assign(TaskItem.write(totals).number("openBatches", totals.batches())));
  }

  boolean reject(TaskId id, Problem problem, Instant at) {
    return change(
        id,
        moving(STAGING, TaskState.REJECTED, at)
            .assign(new ItemWriter().map("problem", FileItems.write(problem))));
  }

  boolean move(TaskId id, Set<TaskState> from, TaskState to, Instant at) {
    return change(id, moving(from, to, at));
  }

  private boolean change(TaskId id, Write write) {
    return records.change(TaskItem.key(id), write).isMade();
  }

  private Write moving(Set<TaskState> from, TaskState to, Instant at) {
    Write write =
        Write.whenIn(from)
            .assign("#cameFrom = #state")
            .assign(new ItemWriter().text("state", to.name()));
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
