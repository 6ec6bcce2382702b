package expunge.aws;

import expunge.task.TaskPage;
import expunge.task.TaskQuery;
import expunge.task.TaskSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Lists tasks by the index. Filters are applied to what was read: DynamoDB's own would read, and
 * charge for, as much, and could not ignore case.
 */
final class TaskList {
  private static final int MOST_READS = 10;
  private static final int TASKS_PER_READ = TaskQuery.LARGEST_PAGE + 1;

  private final Records records;

  TaskList(Records records) {
    this.records = records;
  }

  /** Looks at no more than about a thousand tasks, so that a rare filter can't read for ever. */
  TaskPage page(TaskQuery query) {
    QueryRequest request = newestFirst(query);
    return AwsCall.of("DynamoDB Query", () -> read(query, request));
  }

  private TaskPage read(TaskQuery query, QueryRequest request) {
    List<TaskSummary> found = new ArrayList<>();
    int reads = 0;
    for (QueryResponse read : records.pages(request)) {
      read.items().stream()
          .map(TaskItem::readSummary)
          .filter(task -> matches(query, task))
          .forEach(found::add);
      reads++;
      if (found.size() > query.limit()) {
        return cut(query, found.subList(0, query.limit()));
      }
      if (reads == MOST_READS && read.hasLastEvaluatedKey()) {
        return new TaskPage(found, Optional.of(tokenAt(query, read.lastEvaluatedKey())));
      }
    }
    return new TaskPage(found, Optional.empty());
  }

  private QueryRequest newestFirst(TaskQuery query) {
    String key = "#listed = :tasks";
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName(records.table())
            .indexName(TasksTable.INDEX)
            .keyConditionExpression(key)
            .expressionAttributeNames(Write.namesIn(key))
            .expressionAttributeValues(
                new ItemWriter().text(":tasks", TaskItem.LISTED).attributes())
            .scanIndexForward(false)
            .limit(TASKS_PER_READ);
    query
        .nextToken()
        .map(token -> PageToken.read(token, query).place())
        .ifPresent(request::exclusiveStartKey);
    return request.build();
  }

  private static boolean matches(TaskQuery query, TaskSummary task) {
    return query.state().map(task.state()::equals).orElse(true)
        && query.kind().map(task.kind()::equals).orElse(true)
        && query.description().map(part -> describes(task, part)).orElse(true);
  }

  private static boolean describes(TaskSummary task, String part) {
    return task.description()
        .map(text -> text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)))
        .orElse(false);
  }

  private static TaskPage cut(TaskQuery query, List<TaskSummary> tasks) {
    TaskSummary last = tasks.getLast();
    String place = TaskItem.createdAtAndId(last.createdAt(), last.id());
    return new TaskPage(tasks, Optional.of(new PageToken(place).write(query)));
  }

  private static String tokenAt(TaskQuery query, Map<String, AttributeValue> key) {
    return new PageToken(new ItemReader(key).text(TasksTable.CREATED_AT_AND_ID)).write(query);
  }
}
