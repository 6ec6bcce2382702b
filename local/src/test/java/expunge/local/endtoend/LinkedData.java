package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.system.TableItems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Customers of the sample with a record in every linked table. */
record LinkedData(DynamoDbClient dynamoDb) {
  private static final String LINK = "MaestraId";
  private static final List<String> TABLES =
      List.of(
          "customers",
          "email-interactions",
          "survey-participations",
          "goals",
          "sms",
          "table-entries");

  /** Puts a customer with what is linked to it. */
  void put(String id) {
    put("customers", LINK, id, "email", id + "@example.com", "phone", "+1 555", "createdAt", "1");
    put("email-interactions", "emailId", "mail-" + id, LINK, id);
    put(
        "survey-participations",
        "surveyId",
        "s",
        "participationId",
        "p-" + id,
        LINK,
        id,
        "name",
        "name of " + id,
        "email",
        id + "@example.com",
        "ageGroup",
        "30",
        "answer",
        "yes to " + mark(id));
    put("goals", LINK, id, "goalId", "g", "value", "1 of " + mark(id));
    put("sms", "smsId", "sms-" + id, LINK, id, "phone", "+1 555");
    put("table-entries", "entryId", "own-" + id, LINK, id, "kind", "personal");
    put("table-entries", "entryId", "sum-" + id, LINK, id, "kind", "sum");
  }

  /** Everything of a customer, by table. */
  Map<String, List<Map<String, AttributeValue>>> of(String id) {
    return TABLES.stream()
        .collect(
            Collectors.toMap(
                table -> table,
                table ->
                    TableItems.all(dynamoDb, table).stream()
                        .filter(item -> mentions(item, id))
                        .toList()));
  }

  /** That the customer is gone, and each record is as its table's rule says. */
  void assertTreated(String id) {
    var left = of(id);
    assertThat(left.get("customers")).isEmpty();
    assertThat(left.get("email-interactions")).isEmpty();
    assertThat(left.get("survey-participations"))
        .singleElement()
        .satisfies(
            item ->
                assertThat(texts(item))
                    .containsOnlyKeys("surveyId", "participationId", "ageGroup", "answer")
                    .containsEntry("ageGroup", "unknown"));
    assertThat(left.get("goals"))
        .singleElement()
        .satisfies(item -> assertThat(texts(item).get(LINK)).startsWith("detached#"));
    assertThat(left.get("sms"))
        .singleElement()
        .satisfies(item -> assertThat(item).containsOnlyKeys("smsId", "phone"));
    assertThat(left.get("table-entries"))
        .singleElement()
        .satisfies(item -> assertThat(item).containsOnlyKeys("entryId", "kind"));
  }

  /** That only contact details are gone. */
  void assertWithoutContactDetails(String id) {
    var left = of(id);
    assertThat(left.get("customers"))
        .singleElement()
        .satisfies(item -> assertThat(item).containsOnlyKeys(LINK, "createdAt"));
    assertThat(left.get("survey-participations"))
        .singleElement()
        .satisfies(item -> assertThat(item).containsKeys(LINK, "name").doesNotContainKey("email"));
    assertThat(left.get("sms"))
        .singleElement()
        .satisfies(item -> assertThat(item).containsOnlyKeys("smsId", LINK));
    assertThat(left.get("email-interactions")).hasSize(1);
  }

  private void put(String table, String... namesAndValues) {
    Map<String, AttributeValue> item = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      item.put(namesAndValues[i], AttributeValue.fromS(namesAndValues[i + 1]));
    }
    TableItems.put(dynamoDb, table, List.of(item));
  }

  /** By its id, or by a mark that no rule removes. */
  private static boolean mentions(Map<String, AttributeValue> item, String id) {
    return texts(item).values().stream()
        .anyMatch(text -> Stream.of(id, mark(id)).anyMatch(text::contains));
  }

  private static String mark(String id) {
    return "<" + id.hashCode() + ">";
  }

  private static Map<String, String> texts(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().s()));
  }
}
