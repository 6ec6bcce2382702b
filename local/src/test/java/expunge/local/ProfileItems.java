package expunge.local;

import expunge.local.system.TableItems;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The profiles of a table, each with an attribute of its own beside its key.
 *
 * @param key the name of the key, a text
 */
public record ProfileItems(DynamoDbClient dynamoDb, String table, String key) {
  /** Puts profiles that {@link #of} makes. */
  public void put(List<String> keys) {
    TableItems.put(dynamoDb, table, keys.stream().map(value -> of(key, value)).toList());
  }

  /** Every profile, whole, by its key. */
  public Map<String, Map<String, AttributeValue>> all() {
    return dynamoDb.scanPaginator(r -> r.tableName(table).consistentRead(true)).items().stream()
        .collect(Collectors.toMap(this::valueOf, item -> item, (a, _) -> a, TreeMap::new));
  }

  /** The profile of a key. */
  public static Map<String, AttributeValue> of(String key, String value) {
    return Map.of(
        key, AttributeValue.fromS(value), "email", AttributeValue.fromS(value + "@example.com"));
  }

  private String valueOf(Map<String, AttributeValue> item) {
    return item.getOrDefault(key, AttributeValue.fromS("")).s();
  }
}
