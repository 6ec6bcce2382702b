package expunge.aws;

import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/**
 * The table of who may call, and how often they did: one partition with the keys, one with who has
 * which label, and one for each key and window of calls.
 */
public final class AccessTable {
  static final String ID = "id";
  static final String RECORD = "record";
  static final String EXPIRES_AT = "expiresAt";

  private AccessTable() {}

  /** How to create the table: on demand. */
  public static CreateTableRequest definition(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(Stream.of(ID, RECORD).map(AccessTable::text).toList())
        .keySchema(key(ID, KeyType.HASH), key(RECORD, KeyType.RANGE))
        .build();
  }

  /** How to let the table forget what has expired; sent once the table is active. */
  public static UpdateTimeToLiveRequest timeToLive(String name) {
    return UpdateTimeToLiveRequest.builder()
        .tableName(name)
        .timeToLiveSpecification(t -> t.enabled(true).attributeName(EXPIRES_AT))
        .build();
  }

  static Map<String, AttributeValue> key(String id, String record) {
    return new ItemWriter().text(ID, id).text(RECORD, record).attributes();
  }

  private static AttributeDefinition text(String attribute) {
    return AttributeDefinition.builder()
        .attributeName(attribute)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
  }
}
