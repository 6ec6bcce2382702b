package expunge.aws;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/**
 * The table of tasks and batches. One index holds an item per task with what a list shows of it,
 * the other the keys of those that are not settled; neither holds a counter, so that a commit never
 * writes to an index.
 */
public final class TasksTable {
  /** The index that lists tasks by the time of their creation. */
  public static final String INDEX = "by-created";

  /** The index of the tasks that are not settled, the oldest first. */
  public static final String UNSETTLED_INDEX = "by-unsettled";

  static final String UNSETTLED = "unsettled";
  static final String TASK_ID = "taskId";
  static final String RECORD = "record";
  static final String LISTED = "listed";
  static final String CREATED_AT_AND_ID = "createdAtAndId";
  static final String EXPIRES_AT = "expiresAt";

  private TasksTable() {}

  /** How to create the table: on demand, with its index. */
  public static CreateTableRequest definition(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            Stream.of(TASK_ID, RECORD, LISTED, CREATED_AT_AND_ID, UNSETTLED)
                .map(TasksTable::text)
                .toList())
        .keySchema(key(TASK_ID, RECORD))
        .globalSecondaryIndexes(
            GlobalSecondaryIndex.builder()
                .indexName(INDEX)
                .keySchema(key(LISTED, CREATED_AT_AND_ID))
                .projection(
                    p ->
                        p.projectionType(ProjectionType.INCLUDE)
                            .nonKeyAttributes(TaskItem.SHOWN_IN_LISTS))
                .build(),
            GlobalSecondaryIndex.builder()
                .indexName(UNSETTLED_INDEX)
                .keySchema(key(UNSETTLED, CREATED_AT_AND_ID))
                .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))
                .build())
        .build();
  }

  /** How to let the table forget records after their retention; sent once the table is active. */
  public static UpdateTimeToLiveRequest timeToLive(String name) {
    return UpdateTimeToLiveRequest.builder()
        .tableName(name)
        .timeToLiveSpecification(t -> t.enabled(true).attributeName(EXPIRES_AT))
        .build();
  }

  private static AttributeDefinition text(String attribute) {
    return AttributeDefinition.builder()
        .attributeName(attribute)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static List<KeySchemaElement> key(String partition, String sort) {
    return List.of(
        KeySchemaElement.builder().attributeName(partition).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(sort).keyType(KeyType.RANGE).build());
  }
}
