package expunge.aws;

import expunge.suppression.Entry;
import expunge.suppression.EntryId;
import expunge.suppression.Lifting;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** The table of a suppression list: an item for each entry, and one for each that was lifted. */
public final class SuppressionTable {
  /** The attribute of its key, a text. */
  public static final String ID = "id";

  /** The attribute by which DynamoDB removes what no longer counts. */
  public static final String EXPIRES_AT = "expiresAt";

  private static final String LIFTED = "lifted#";

  private SuppressionTable() {}

  /** How to let the table forget entries that no longer count; sent once the table is active. */
  public static UpdateTimeToLiveRequest timeToLive(String name) {
    return UpdateTimeToLiveRequest.builder()
        .tableName(name)
        .timeToLiveSpecification(t -> t.enabled(true).attributeName(EXPIRES_AT))
        .build();
  }

  static Map<String, AttributeValue> key(EntryId entry) {
    return Map.of(ID, AttributeValue.fromS(entry.hex()));
  }

  static TransactWriteItem put(String table, Entry entry) {
    return put(
        table,
        ItemWriter.record()
            .text(ID, entry.id().hex())
            .text("dataset", entry.dataset())
            .text("identifier", entry.identifier())
            .text("taskId", entry.task().value())
            .time("since", entry.since())
            .number(EXPIRES_AT, entry.until().getEpochSecond()));
  }

  static TransactWriteItem put(String table, Lifting lifting, Instant until) {
    return put(
        table,
        ItemWriter.record()
            .text(ID, LIFTED + lifting.id())
            .text("entry", lifting.entry().hex())
            .text("by", lifting.by())
            .text("reason", lifting.reason())
            .time("at", lifting.at())
            .number(EXPIRES_AT, until.getEpochSecond()));
  }

  private static TransactWriteItem put(String table, ItemWriter item) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(table).item(item.attributes()).build())
        .build();
  }

  static EntryId id(Map<String, AttributeValue> entry) {
    return new EntryId(new ItemReader(entry).text(ID));
  }

  /** Whether an entry counts at {@code now}: DynamoDB removes it days later. */
  static boolean counts(Map<String, AttributeValue> entry, Instant now) {
    return Instant.ofEpochSecond(new ItemReader(entry).number(EXPIRES_AT)).isAfter(now);
  }
}
