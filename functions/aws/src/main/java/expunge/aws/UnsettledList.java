package expunge.aws;

import expunge.task.TaskId;
import expunge.task.UnsettledTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Pages through the index of the tasks that are not settled. */
final class UnsettledList {
  private final Records records;

  UnsettledList(Records records) {
    this.records = records;
  }

  List<UnsettledTask> page(Optional<UnsettledTask> after, int limit) {
    QueryRequest request = oldestFirst(after, limit);
    return AwsCall.of("DynamoDB Query", () -> read(request, limit));
  }

  /** A page of the index may be empty although more follow. */
  private List<UnsettledTask> read(QueryRequest request, int limit) {
    List<UnsettledTask> found = new ArrayList<>();
    for (QueryResponse page : records.pages(request)) {
      page.items().stream().map(UnsettledList::task).forEach(found::add);
      if (found.size() >= limit) {
        return found.subList(0, limit);
      }
    }
    return found;
  }

  private QueryRequest oldestFirst(Optional<UnsettledTask> after, int limit) {
    String key = "#unsettled = :tasks";
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName(records.table())
            .indexName(TasksTable.UNSETTLED_INDEX)
            .keyConditionExpression(key)
            .expressionAttributeNames(Write.namesIn(key))
            .expressionAttributeValues(
                new ItemWriter().text(":tasks", TaskItem.LISTED).attributes())
            .limit(limit);
    after.ifPresent(task -> request.exclusiveStartKey(place(task)));
    return request.build();
  }

  private static Map<String, AttributeValue> place(UnsettledTask task) {
    return new ItemWriter()
        .text(TasksTable.TASK_ID, task.id().value())
        .text(TasksTable.RECORD, TaskItem.RECORD)
        .text(TasksTable.UNSETTLED, TaskItem.LISTED)
        .text(TasksTable.CREATED_AT_AND_ID, TaskItem.createdAtAndId(task.createdAt(), task.id()))
        .attributes();
  }

  private static UnsettledTask task(Map<String, AttributeValue> keys) {
    ItemReader item = new ItemReader(keys);
    String createdAt = item.text(TasksTable.CREATED_AT_AND_ID);
    return new UnsettledTask(
        new TaskId(item.text(TasksTable.TASK_ID)),
        Instant.parse(createdAt.substring(0, createdAt.indexOf('#'))));
  }
}
