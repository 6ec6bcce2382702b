package expunge.aws;

import expunge.batch.Batch;
import expunge.task.TaskId;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The records of a task's batches, in order of their numbers. */
final class BatchRecords {
  private static final String QUERY = "DynamoDB Query";
  private static final int DELETIONS_PER_TRANSACTION = 100;

  private final Records records;

  BatchRecords(Records records) {
    this.records = records;
  }

  /** Up to {@code limit} batches from the number {@code first} on. */
  List<Batch> page(TaskId id, int first, int limit) {
    return between(id, first, BatchItem.LARGEST_NUMBER, limit);
  }

  /** Up to {@code limit} batches from the number {@code first} to {@code last}. */
  List<Batch> between(TaskId id, int first, int last, int limit) {
    QueryRequest request = query(id, first, last).limit(limit).build();
    return AwsCall.of(
        QUERY,
        () -> records.pages(request).items().stream().limit(limit).map(BatchItem::read).toList());
  }

  /** Deletes all of a task that nobody adds batches to any more. */
  void removeAll(TaskId id) {
    QueryRequest request =
        query(id, 1, BatchItem.LARGEST_NUMBER)
            .projectionExpression("#taskId, #record")
            .limit(DELETIONS_PER_TRANSACTION)
            .build();
    AwsCall.of(
        QUERY,
        () -> {
          records.pages(request).forEach(page -> delete(page.items()));
          return id;
        });
  }

  private void delete(List<Map<String, AttributeValue>> keys) {
    if (!keys.isEmpty()) {
      records.transact(keys.stream().map(this::deletion).toList());
    }
  }

  private TransactWriteItem deletion(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder().delete(d -> d.tableName(records.table()).key(key)).build();
  }

  private QueryRequest.Builder query(TaskId id, int first, int last) {
    String key = "#taskId = :task AND #record BETWEEN :first AND :last";
    return QueryRequest.builder()
        .tableName(records.table())
        .consistentRead(true)
        .keyConditionExpression(key)
        .expressionAttributeNames(Write.namesIn(key))
        .expressionAttributeValues(
            new ItemWriter()
                .text(":task", id.value())
                .text(":first", BatchItem.record(first))
                .text(":last", BatchItem.record(last))
                .attributes());
  }
}
