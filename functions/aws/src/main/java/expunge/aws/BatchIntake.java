package expunge.aws;

import expunge.batch.Batch;
import expunge.batch.BatchRows;
import expunge.run.ExpungeException;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Adds the batches of a task whose file is being read, maybe for the second time. */
final class BatchIntake {
  private final Records records;
  private final BatchRecords batches;

  BatchIntake(Records records, BatchRecords batches) {
    this.records = records;
    this.batches = batches;
  }

  /**
   * As {@link TaskStore#addBatches}. A refused transaction may be due to the task's state, to
   * batches that stand, or to this very call whose first answer was lost: what stands now decides,
   * and the missing ones are tried again, until no other intake adds any meanwhile.
   */
  boolean add(TaskId id, List<Batch> fresh) {
    if (fresh.size() > TaskStore.BATCHES_PER_CALL) {
      throw new IllegalArgumentException("too many batches for one call");
    }
    List<Batch> missing = fresh;
    while (!create(id, missing)) {
      if (!isStaging(id)) {
        return false;
      }
      missing = missing(id, fresh);
    }
    return true;
  }

  private boolean isStaging(TaskId id) {
    return records
        .find(TaskItem.key(id))
        .filter(task -> TaskItem.read(task).state() == TaskState.STAGING)
        .isPresent();
  }

  private boolean create(TaskId id, List<Batch> missing) {
    List<TransactWriteItem> writes = new ArrayList<>(missing.size() + 1);
    writes.add(
        Write.whenIn(Set.of(TaskState.STAGING)).inTransaction(records.table(), TaskItem.key(id)));
    missing.forEach(
        batch -> writes.add(Write.creating(records.table(), BatchItem.write(id, batch))));
    return records.transact(writes);
  }

  private List<Batch> missing(TaskId id, List<Batch> fresh) {
    IntSummaryStatistics numbers = fresh.stream().mapToInt(Batch::number).summaryStatistics();
    Map<Integer, BatchRows> standing =
        batches.between(id, numbers.getMin(), numbers.getMax(), Integer.MAX_VALUE).stream()
            .collect(Collectors.toMap(Batch::number, Batch::rows));
    for (Batch batch : fresh) {
      if (!batch.rows().equals(standing.getOrDefault(batch.number(), batch.rows()))) {
        throw new ExpungeException.Permanent(
            "batch " + batch.number() + " of task " + id + " stands with other rows", null);
      }
    }
    return fresh.stream().filter(batch -> !standing.containsKey(batch.number())).toList();
  }
}
