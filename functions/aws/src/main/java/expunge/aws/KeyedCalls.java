package expunge.aws;

import expunge.object.Sha256;
import expunge.task.CallKey;
import expunge.task.KeyedCall;
import expunge.task.Task;
import expunge.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Calls that are remembered under their keys, beside the tasks that they made: task and call are
 * written in one transaction. The table forgets a call some time after it counts no more.
 */
final class KeyedCalls {
  private static final String RECORD = "REQUEST";
  private static final String PARTITION = "request#";

  private final Records records;

  KeyedCalls(Records records) {
    this.records = records;
  }

  /**
   * As {@link expunge.task.TaskStore#create(Task, KeyedCall, Instant)}. A refused transaction may
   * be due to a call that counts, to a task that stands, or to this very call whose first answer
   * was lost: what stands now decides.
   */
  KeyedCall create(Task task, KeyedCall call, Instant at) {
    List<TransactWriteItem> both =
        List.of(put(call, at), Write.creating(records.table(), TaskItem.write(task)));
    List<TransactWriteItem> writes = both;
    while (!records.transact(writes)) {
      Optional<KeyedCall> standing = find(call.call().key(), at);
      if (standing.isPresent()) {
        return standing.get();
      }
      boolean taskStands = records.find(TaskItem.key(task.id())).isPresent();
      writes = taskStands ? List.of(put(call, at)) : both;
    }
    return call;
  }

  /** As {@link expunge.task.TaskStore#keyedCall}. */
  Optional<KeyedCall> find(Sha256 key, Instant at) {
    return records
        .find(key(key))
        .map(record -> ItemReader.read(record, KeyedCalls::call))
        .filter(known -> known.countsAt(at));
  }

  /** Remembers a call where none counts. */
  TransactWriteItem put(KeyedCall call, Instant at) {
    String condition = "attribute_not_exists(#record) OR #until <= :at";
    return TransactWriteItem.builder()
        .put(
            p ->
                p.tableName(records.table())
                    .item(item(call))
                    .conditionExpression(condition)
                    .expressionAttributeNames(Write.namesIn(condition))
                    .expressionAttributeValues(new ItemWriter().time(":at", at).attributes()))
        .build();
  }

  private static Map<String, AttributeValue> key(Sha256 key) {
    return new ItemWriter()
        .text(TasksTable.TASK_ID, PARTITION + key.hex())
        .text(TasksTable.RECORD, RECORD)
        .attributes();
  }

  private static Map<String, AttributeValue> item(KeyedCall call) {
    ItemWriter record = ItemWriter.record();
    key(call.call().key()).forEach(record::value);
    return record
        .text("content", call.call().content().hex())
        .text("madeTask", call.task().value())
        .time("until", call.until())
        .number(TasksTable.EXPIRES_AT, call.until().getEpochSecond() + 1)
        .attributes();
  }

  private static KeyedCall call(ItemReader record) {
    String key = record.text(TasksTable.TASK_ID).substring(PARTITION.length());
    return new KeyedCall(
        new CallKey(new Sha256(key), new Sha256(record.text("content"))),
        new TaskId(record.text("madeTask")),
        record.time("until"));
  }
}
