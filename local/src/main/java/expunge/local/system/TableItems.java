package expunge.local.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Items of other people's tables, as their owners put and read them. */
public final class TableItems {
  private static final int PER_CALL = 25;

  private TableItems() {}

  /** Puts items, in calls of 25, until the table has taken all of them. */
  public static void put(
      DynamoDbClient dynamoDb, String table, List<Map<String, AttributeValue>> items) {
    for (int from = 0; from < items.size(); from += PER_CALL) {
      List<WriteRequest> writes = new ArrayList<>(PER_CALL);
      items.subList(from, Math.min(items.size(), from + PER_CALL)).stream()
          .map(item -> PutRequest.builder().item(item).build())
          .forEach(put -> writes.add(WriteRequest.builder().putRequest(put).build()));
      write(dynamoDb, Map.of(table, writes));
    }
  }

  private static void write(DynamoDbClient dynamoDb, Map<String, List<WriteRequest>> writes) {
    Map<String, List<WriteRequest>> left = writes;
    while (!left.isEmpty()) {
      Map<String, List<WriteRequest>> request = left;
      left = dynamoDb.batchWriteItem(r -> r.requestItems(request)).unprocessedItems();
    }
  }

  /** How many items a table has. */
  public static int count(DynamoDbClient dynamoDb, String table) {
    return dynamoDb
        .scanPaginator(r -> r.tableName(table).select("COUNT").consistentRead(true))
        .stream()
        .mapToInt(page -> page.count())
        .sum();
  }

  /** All items of a table, in no order. */
  public static List<Map<String, AttributeValue>> all(DynamoDbClient dynamoDb, String table) {
    return dynamoDb.scanPaginator(r -> r.tableName(table).consistentRead(true)).items().stream()
        .toList();
  }
}
