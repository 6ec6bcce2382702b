package expunge.local.system;

import expunge.dataset.Dataset;
import expunge.dataset.KeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The table of a dataset's profiles, as its owner would make and fill it. */
public final class ProfileTable {
  private static final int PER_CALL = 25;

  private ProfileTable() {}

  /** A table with the dataset's key alone. */
  public static CreateTableRequest definition(Dataset dataset) {
    String key = dataset.key().name();
    ScalarAttributeType type =
        dataset.key().type() == KeyType.NUMBER ? ScalarAttributeType.N : ScalarAttributeType.S;
    return CreateTableRequest.builder()
        .tableName(dataset.table())
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            AttributeDefinition.builder().attributeName(key).attributeType(type).build())
        .keySchema(KeySchemaElement.builder().attributeName(key).keyType("HASH").build())
        .build();
  }

  /** Puts profiles, in calls of 25, until the table has taken all of them. */
  public static void put(
      DynamoDbClient dynamoDb, String table, List<Map<String, AttributeValue>> profiles) {
    for (int from = 0; from < profiles.size(); from += PER_CALL) {
      List<WriteRequest> writes = new ArrayList<>(PER_CALL);
      profiles.subList(from, Math.min(profiles.size(), from + PER_CALL)).stream()
          .map(profile -> PutRequest.builder().item(profile).build())
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
}
