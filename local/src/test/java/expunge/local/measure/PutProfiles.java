package expunge.local.measure;

import expunge.aws.AwsClients;
import expunge.local.system.TableItems;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts a profile into the sample's table for each line of a file, which is its key. */
final class PutProfiles {
  private static final String TABLE = "customers";
  private static final int AT_A_TIME = 1_000;

  private PutProfiles() {}

  /** With the path of the file; ends when every profile is in the table. */
  public static void main(String... arguments) throws IOException {
    try (BufferedReader keys = Files.newBufferedReader(Path.of(arguments[0]));
        AwsClients clients = AwsClients.fromEnvironment()) {
      List<Map<String, AttributeValue>> profiles = new ArrayList<>(AT_A_TIME);
      for (String key = keys.readLine(); key != null; key = keys.readLine()) {
        profiles.add(profile(key));
        if (profiles.size() == AT_A_TIME) {
          TableItems.put(clients.dynamoDb(), TABLE, profiles);
          profiles.clear();
        }
      }
      TableItems.put(clients.dynamoDb(), TABLE, profiles);
    }
  }

  private static Map<String, AttributeValue> profile(String key) {
    return Map.of(
        "MaestraId", AttributeValue.fromS(key),
        "email", AttributeValue.fromS(key + "@example.com"),
        "phone", AttributeValue.fromS("+15551000000"));
  }
}
