package expunge.local.command;

import expunge.local.system.ProfileTable;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Profiles of invented customers, and a file that lists most of them and a row of every kind. */
final class SampleData {
  static final int PROFILES = 10_000;
  static final int LISTED = 9_000;

  private static final String TABLE = "customers";
  private static final int FIRST_ID = 100_000;
  private static final int PER_PART = 250;
  private static final int EVERY_UNKNOWN = 60;
  private static final int EVERY_REPEATED = 90;
  private static final int EVERY_BROKEN = 300;

  private final DynamoDbClient dynamoDb;

  SampleData(DynamoDbClient dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  /** Puts {@link #PROFILES} profiles into the table. */
  void load() {
    IntStream.range(0, PROFILES / PER_PART).parallel().forEach(this::loadPart);
  }

  /** How many profiles the table holds. */
  int count() {
    return dynamoDb
        .scanPaginator(r -> r.tableName(TABLE).select("COUNT").consistentRead(true))
        .stream()
        .mapToInt(page -> page.count())
        .sum();
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
    ProfileTable.put(
        dynamoDb,
        TABLE,
        IntStream.range(part * PER_PART, (part + 1) * PER_PART)
            .mapToObj(SampleData::profile)
            .toList());
  }

  private static Map<String, AttributeValue> profile(int number) {
    return Map.of(
        "MaestraId", AttributeValue.fromS(id(number)),
        "email", AttributeValue.fromS("customer" + number + "@example.com"),
        "phone", AttributeValue.fromS("+1555" + (1_000_000 + number)));
  }

  private static String id(int number) {
    return String.valueOf(FIRST_ID + number);
  }
}
