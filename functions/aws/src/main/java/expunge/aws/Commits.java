package expunge.aws;

import expunge.balance.Outcome;
import expunge.batch.Commit;
import expunge.task.TaskId;
import expunge.task.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The one transaction that makes a batch final and moves its task's counters. */
final class Commits {
  private static final String NOT_FINAL = "attribute_not_exists(#counts)";
  private static final Set<TaskState> TAKING_COMMITS =
      Set.of(TaskState.RUNNING, TaskState.PAUSED, TaskState.CANCELLING);

  private final Records records;
  private final Retention retention;

  Commits(Records records, Retention retention) {
    this.records = records;
    this.retention = retention;
  }

  boolean commit(TaskId id, int number, String owner, Commit commit, Instant at) {
    Write batch =
        Write.when(NOT_FINAL)
            .and("#leaseOwner = :committedBy")
            .assign(finalFields(commit, at).text("committedBy", owner));
    return transact(id, number, batch, counting(TAKING_COMMITS, commit, at))
        || stands(id, number, record -> isOf(owner, commit, record));
  }

  boolean close(TaskId id, int number, Commit commit, Instant at) {
    Write batch =
        Write.when(NOT_FINAL).and("attribute_not_exists(#plan)").assign(finalFields(commit, at));
    return transact(id, number, batch, counting(Set.of(TaskState.CANCELLING), commit, at))
        || stands(id, number, record -> BatchItem.read(record).isFinal());
  }

  private static boolean isOf(String owner, Commit commit, Map<String, AttributeValue> record) {
    return BatchItem.committedBy(record).filter(owner::equals).isPresent()
        && BatchItem.read(record).commit().filter(commit::equals).isPresent();
  }

  private ItemWriter finalFields(Commit commit, Instant at) {
    return BatchItem.write(commit)
        .time("committedAt", at)
        .number(TasksTable.EXPIRES_AT, retention.ofBatchEndsAfter(at));
  }

  private static Write counting(Set<TaskState> states, Commit commit, Instant at) {
    Write task =
        Write.whenIn(states)
            .assign("#openBatches = #openBatches - :one")
            .assign("#profilesDeleted = #profilesDeleted + :profiles")
            .assign(new ItemWriter().time("touchedAt", at))
            .given(
                new ItemWriter().number(":one", 1).number(":profiles", commit.profilesDeleted()));
    for (Outcome outcome : Outcome.values()) {
      long rows = commit.counts().count(outcome);
      if (rows > 0) {
        String word = outcome.word();
        task.assign(
                "#balance.#" + word + " = if_not_exists(#balance.#" + word + ", :zero) + :" + word)
            .given(new ItemWriter().number(":" + word, rows).number(":zero", 0));
      }
    }
    return task;
  }

  private boolean transact(TaskId id, int number, Write batch, Write task) {
    return records.transact(
        List.of(
            batch.inTransaction(records.table(), BatchItem.key(id, number)),
            task.inTransaction(records.table(), TaskItem.key(id))));
  }

  private boolean stands(TaskId id, int number, Predicate<Map<String, AttributeValue>> isThisOne) {
    return records.find(BatchItem.key(id, number)).filter(isThisOne).isPresent();
  }
}
