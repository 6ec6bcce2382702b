package expunge.local.command;

import expunge.local.system.TableItems;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Profiles of invented customers with what is linked to them, and a file that lists most of them
 * and a row of every kind.
 */
final class SampleData {
  static final int PROFILES = 10_000;
  static final int LISTED = 2_000;
  static final int PROTECTED = 10;
  static final int DELETED = LISTED - PROTECTED;

  /** Of each of them: id, email, phone, customer_id. */
  static final int IDENTIFIERS = 4;

  private static final String TABLE = "customers";
  private static final String SUPPRESSED = "customers-suppressed";
  private static final int FIRST_ID = 100_000;
  private static final int PER_PART = 250;
  private static final int EVERY_UNKNOWN = 60;
  private static final int EVERY_REPEATED = 90;
  private static final int EVERY_BROKEN = 300;
  private static final int EVERY_PROTECTED = LISTED / PROTECTED;

  private final DynamoDbClient dynamoDb;
  private final SampleLinks links;

  SampleData(DynamoDbClient dynamoDb) {
    this.dynamoDb = dynamoDb;
    this.links = new SampleLinks(dynamoDb);
  }

  /** Puts {@link #PROFILES} profiles into the table, and their records into the linked tables. */
  void load() {
    links.makeTotals();
    IntStream.range(0, PROFILES / PER_PART).parallel().forEach(this::loadPart);
  }

  /** What is linked to the profiles. */
  SampleLinks links() {
    return links;
  }

  /** How many profiles the table holds. */
  int count() {
    return TableItems.count(dynamoDb, TABLE);
  }

  /** How many identifiers the suppression list holds. */
  int suppressed() {
    return TableItems.count(dynamoDb, SUPPRESSED);
  }

  /** Whether the file lists the profile, and nothing protects it. */
  static boolean isDeleted(int profile) {
    return profile < LISTED && !isProtected(profile);
  }

  /** A file with {@link #LISTED} of the profiles, and rows that are not found, repeated, broken. */
  static String file() {
    return IntStream.range(0, LISTED)
        .mapToObj(SampleData::rows)
        .collect(Collectors.joining("", "MaestraId\n", ""));
  }

  private static String rows(int profile) {
    StringBuilder rows = new StringBuilder().append(id(profile)).append('\n');
    if (profile % EVERY_UNKNOWN == 1) {
      rows.append("unknown-").append(profile).append('\n');
    }
    if (profile % EVERY_REPEATED == 2) {
      rows.append(id(profile / 2)).append('\n');
    }
    if (profile % EVERY_BROKEN == 3) {
      rows.append("\"12\u200B34\"\n");
    }
    return rows.toString();
  }

  private void loadPart(int part) {
    List<Integer> profiles =
        IntStream.range(part * PER_PART, (part + 1) * PER_PART).boxed().toList();
    TableItems.put(dynamoDb, TABLE, profiles.stream().map(SampleData::profile).toList());
    links.load(profiles);
  }

  private static Map<String, AttributeValue> profile(int number) {
    Map<String, AttributeValue> profile =
        Items.of(
            "MaestraId",
            id(number),
            "email",
            "customer" + number + "@example.com",
            "phone",
            "+1555" + (1_000_000 + number),
            "customer_id",
            "crm-" + number,
            "createdAt",
            "2024-01-01T00:00:00Z",
            "subscriptions",
            "newsletter");
    if (isProtected(number)) {
      profile.put("legalHold", AttributeValue.fromS("case 7"));
    }
    return profile;
  }

  private static boolean isProtected(int profile) {
    return profile % EVERY_PROTECTED == 5;
  }

  static String id(int number) {
    return String.valueOf(FIRST_ID + number);
  }
}
