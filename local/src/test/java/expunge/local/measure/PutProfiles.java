package expunge.local.measure;

import expunge.aws.AwsClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Puts a profile into the sample's table for each line of a file, which is its key. */
final class PutProfiles {
  private static final String TABLE = "customers";
  private static final int PER_CALL = 25;

  private PutProfiles() {}

  /** With the path of the file; ends when every profile is in the table. */
  public static void main(String... arguments) throws IOException {
    try (BufferedReader keys = Files.newBufferedReader(Path.of(arguments[0]));
        AwsClients clients = AwsClients.fromEnvironment()) {
      List<WriteRequest> writes = new ArrayList<>(PER_CALL);
      for (String key = keys.readLine(); key != null; key = keys.readLine()) {
        writes.add(put(key));
        if (writes.size() == PER_CALL) {
          write(clients.dynamoDb(), writes);
          writes.clear();
        }
      }
      write(clients.dynamoDb(), writes);
    }
  }

  private static WriteRequest put(String key) {
    Map<String, AttributeValue> profile =
        Map.of(
            "MaestraId", AttributeValue.fromS(key),
            "email", AttributeValue.fromS(key + "@example.com"),
            "phone", AttributeValue.fromS("+15551000000"));
    return WriteRequest.builder().putRequest(PutRequest.builder().item(profile).build()).build();
  }

  private static void write(DynamoDbClient dynamoDb, List<WriteRequest> writes) {
    Map<String, List<WriteRequest>> left =
        writes.isEmpty() ? Map.of() : Map.of(TABLE, List.copyOf(writes));
    while (!left.isEmpty()) {
      Map<String, List<WriteRequest>> request = left;
      left = dynamoDb.batchWriteItem(r -> r.requestItems(request)).unprocessedItems();
    }
  }
}
