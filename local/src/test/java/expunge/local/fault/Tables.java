package expunge.local.fault;

import expunge.aws.TasksTable;
import expunge.dataset.Dataset;
import expunge.local.ProfileItems;
import expunge.local.system.DeclaredTables;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tables of a scene, seen past the proxy. */
record Tables(DynamoDbClient dynamoDb, String tasks, Dataset dataset) {
  private static final AttributeValue LONG_AGO = AttributeValue.fromS("1970-01-01T00:00:00.000Z");

  void create() {
    dynamoDb.createTable(TasksTable.definition(tasks));
    dynamoDb.createTable(DeclaredTables.profiles(dataset));
  }

  void putProfiles(List<String> keys) {
    profileItems().put(keys);
  }

  /** Every profile, whole, by its key. */
  Map<String, Map<String, AttributeValue>> profiles() {
    return profileItems().all();
  }

  private ProfileItems profileItems() {
    return new ProfileItems(dynamoDb, dataset.table(), dataset.key().name());
  }

  /** Ends every lease, as if its time had passed. Harmless where its owner is dead. */
  void endLeases() {
    dynamoDb
        .scanPaginator(
            r ->
                r.tableName(tasks)
                    .consistentRead(true)
                    .filterExpression("attribute_exists(leaseOwner)"))
        .items()
        .forEach(this::endLease);
  }

  private void endLease(Map<String, AttributeValue> batch) {
    Map<String, AttributeValue> key =
        Map.of(
            "taskId", batch.getOrDefault("taskId", LONG_AGO),
            "record", batch.getOrDefault("record", LONG_AGO));
    dynamoDb.updateItem(
        r ->
            r.tableName(tasks)
                .key(key)
                .updateExpression("SET leaseUntil = :past")
                .expressionAttributeValues(Map.of(":past", LONG_AGO)));
  }
}
