package expunge.local.command;

import expunge.local.system.TableItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the sample has not: listed and other customers with many records, ids that look like a
 * listed one, records of nobody, records that speak of a listed customer and belong to another, and
 * attributes of every type in all of them.
 */
record Curiosities(DynamoDbClient dynamoDb) {
  private static final String ID = "MaestraId";
  private static final int EACH = 30;

  /** Listed by the sample's file; without records of the sample. */
  private static final String LISTED = SampleData.id(1);

  private static final List<String> OTHERS =
      List.of(
          SampleData.id(SampleData.PROFILES - 4),
          LISTED.substring(1),
          LISTED + "0",
          "0" + LISTED,
          "+" + LISTED,
          "detached#" + LISTED,
          "１００００１");

  void load() {
    List<Map<String, AttributeValue>> profiles = new ArrayList<>();
    profiles.add(item(ID, LISTED, "email", "listed-1@example.com", "createdAt", "2"));
    for (String other : OTHERS) {
      profiles.add(item(ID, other, "email", "other@example.com", "namesake", LISTED));
    }
    TableItems.put(dynamoDb, "customers", profiles);
    records(LISTED, LISTED);
    OTHERS.forEach(other -> records(other, LISTED));
    for (String table : List.of("email-interactions", "sms", "table-entries")) {
      String key =
          Map.of("sms", "smsId", "table-entries", "entryId").getOrDefault(table, "emailId");
      TableItems.put(dynamoDb, table, List.of(item(key, "nobody's", "about", LISTED)));
    }
  }

  /** Of a customer; those of others mention the listed one where no rule looks. */
  private void records(String owner, String mentioned) {
    String about = owner.equals(mentioned) ? "nobody" : mentioned;
    put("email-interactions", n -> item("emailId", key(owner, n), ID, owner, "about", about));
    put(
        "survey-participations",
        n ->
            item(
                "surveyId",
                "2026",
                "participationId",
                key(owner, n),
                ID,
                owner,
                "name",
                owner,
                "about",
                about));
    put("goals", n -> item(ID, owner, "goalId", "goal-" + n, "about", about));
    put("sms", n -> item("smsId", key(owner, n), ID, owner, "about", about));
    put(
        "table-entries",
        n ->
            item(
                "entryId",
                key(owner, n),
                ID,
                owner,
                "about",
                about,
                "kind",
                n % 3 == 0 ? "personal" : "Personal"));
  }

  private interface Numbered {
    Map<String, AttributeValue> item(int number);
  }

  private void put(String table, Numbered each) {
    TableItems.put(dynamoDb, table, IntStream.range(0, EACH).mapToObj(each::item).toList());
  }

  /** It does not tell whose record it is. */
  private static String key(String owner, int number) {
    return Integer.toHexString(owner.hashCode()) + "/" + number;
  }

  /** Texts as given, and an attribute of every type. */
  private static Map<String, AttributeValue> item(String... namesAndValues) {
    Map<String, AttributeValue> item = new TreeMap<>(Items.of(namesAndValues));
    SdkBytes bytes = SdkBytes.fromByteArray(new byte[] {0, -1, 13, 10});
    item.put("empty", AttributeValue.fromS(""));
    item.put("number", AttributeValue.fromN("1234567890.12345678901234567890"));
    item.put("flag", AttributeValue.fromBool(false));
    item.put("null", AttributeValue.fromNul(true));
    item.put("bytes", AttributeValue.fromB(bytes));
    item.put("texts", AttributeValue.fromSs(List.of("b", "a", "ä")));
    item.put("numbers", AttributeValue.fromNs(List.of("2", "-1.5", "10")));
    item.put("blobs", AttributeValue.fromBs(List.of(bytes)));
    item.put(
        "nested",
        AttributeValue.fromM(
            Map.of("list", AttributeValue.fromL(List.of(AttributeValue.fromS("x"))))));
    return item;
  }
}
