package expunge.local.command;

import expunge.local.system.DeclaredTables;
import expunge.local.system.TableItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/** Records in the linked tables for every fifth of the sample profiles, and what became of them. */
final class SampleLinks {
  private static final String LINK = "MaestraId";
  private static final String TOTALS = "campaign-totals";
  private static final int EVERY_LINKED = 5;
  private static final int LINKED = SampleData.PROFILES / EVERY_LINKED;
  private static final int NUMBERS = 1_000_000;
  private static final int SCATTERING = 7_919; // has no divisor in common, so that none comes twice
  private static final Map<String, AttributeValue> TOTAL =
      Items.of("campaign", "spring", "sent", "2000", "opened", "1200");

  private final DynamoDbClient dynamoDb;

  SampleLinks(DynamoDbClient dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  /** Makes the table of totals, which nothing declares, as nothing in it belongs to a person. */
  void makeTotals() {
    try {
      dynamoDb.createTable(DeclaredTables.plain(TOTALS, "campaign"));
    } catch (ResourceInUseException there) {
      // from an earlier start on the same backend
    }
    TableItems.put(dynamoDb, TOTALS, List.of(TOTAL));
  }

  /** Puts the records of those of the profiles that have any. */
  void load(List<Integer> profiles) {
    List<Integer> linked =
        profiles.stream().filter(profile -> profile % EVERY_LINKED == 0).toList();
    put("email-interactions", linked, SampleLinks::email);
    put("survey-participations", linked, SampleLinks::survey);
    put("goals", linked, SampleLinks::goal);
    put("sms", linked, SampleLinks::sms);
    put("table-entries", linked, SampleLinks::entry);
  }

  /** What to say of each table, after the profiles are deleted. */
  List<String> story() {
    return List.of(
        line("email-interactions", LINKED - count("email-interactions"), "deleted"),
        line("survey-participations", unlinked("survey-participations"), "anonymized, and kept"),
        line("goals", unlinked("goals"), "detached, and kept"),
        line("sms", unlinked("sms"), "detached, and kept"),
        line("table-entries", LINKED - count("table-entries"), "deleted, as they are personal"),
        line("table-entries", unlinked("table-entries"), "detached, and kept"),
        "  %-22s as before".formatted(TOTALS));
  }

  /** Whether each record is as its table's rule says, and all others are as they were. */
  boolean areTreated() {
    long deleted =
        IntStream.range(0, SampleData.PROFILES)
            .filter(profile -> profile % EVERY_LINKED == 0 && SampleData.isDeleted(profile))
            .count();
    return count("email-interactions") == LINKED - deleted
        && unlinked("survey-participations") == deleted
        && count("survey-participations", item -> item.containsKey("name")) == LINKED - deleted
        && unlinked("goals") == deleted
        && unlinked("sms") == deleted
        && LINKED - count("table-entries") + unlinked("table-entries") == deleted
        && TableItems.all(dynamoDb, TOTALS).equals(List.of(TOTAL));
  }

  private interface Shape {
    Map<String, AttributeValue> of(String id);
  }

  private void put(String table, List<Integer> profiles, Shape each) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    profiles.forEach(profile -> items.add(each.of(SampleData.id(profile))));
    TableItems.put(dynamoDb, table, items);
  }

  private static Map<String, AttributeValue> email(String id) {
    return Items.of("emailId", "mail-" + own(id), LINK, id, "campaign", "spring", "opened", "yes");
  }

  private static Map<String, AttributeValue> survey(String id) {
    return Items.of(
        "surveyId",
        "2025",
        "participationId",
        "p-" + own(id),
        LINK,
        id,
        "name",
        "customer " + id,
        "email",
        id + "@example.com",
        "ageGroup",
        "30-39",
        "answer",
        "very content");
  }

  private static Map<String, AttributeValue> goal(String id) {
    return Items.of(LINK, id, "goalId", "purchase", "value", "49.90");
  }

  private static Map<String, AttributeValue> sms(String id) {
    String number = own(id);
    return Items.of(
        "smsId", "sms-" + number, LINK, id, "phone", "+1556" + number, "text", "parcel");
  }

  private static Map<String, AttributeValue> entry(String id) {
    String kind = Integer.parseInt(id) % 2 == 0 ? "personal" : "statistics";
    return Items.of("entryId", "entry-" + own(id), LINK, id, "kind", kind);
  }

  /** Records have numbers of their own, or what stays of a customer would tell whose it was. */
  private static String own(String id) {
    return "%06d".formatted(Integer.parseInt(id) * SCATTERING % NUMBERS);
  }

  private int count(String table) {
    return TableItems.count(dynamoDb, table);
  }

  private long count(String table, Predicate<Map<String, AttributeValue>> wanted) {
    return TableItems.all(dynamoDb, table).stream().filter(wanted).count();
  }

  /** Without a link, or with one that names nobody. */
  private long unlinked(String table) {
    return count(
        table, item -> !item.containsKey(LINK) || item.get(LINK).s().startsWith("detached#"));
  }

  private static String line(String table, long records, String fate) {
    return String.format(Locale.ROOT, "  %-22s %,6d %s", table, records, fate);
  }
}
