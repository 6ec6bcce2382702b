package expunge.aws;

import expunge.dataset.Suppression;
import expunge.run.Scheduler;
import expunge.suppression.EntryId;
import expunge.suppression.Lifting;
import expunge.suppression.SuppressionList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Suppression lists in tables as {@link SuppressionTable} defines them. */
final class DynamoSuppressionList implements SuppressionList {
  private final DynamoDbClient client;
  private final Scheduler scheduler;
  private final BatchReads reads;

  DynamoSuppressionList(DynamoDbClient client, Scheduler scheduler) {
    this.client = client;
    this.scheduler = scheduler;
    this.reads = new BatchReads(client, scheduler);
  }

  @Override
  public Set<EntryId> standing(Suppression list, Set<EntryId> entries, Instant now) {
    if (entries.size() > ENTRIES_PER_CALL) {
      throw new IllegalArgumentException("more than " + ENTRIES_PER_CALL + " entries in one call");
    }
    Set<EntryId> standing = new HashSet<>();
    reads.of(
        list.table(),
        entries.stream().map(SuppressionTable::key).toList(),
        entry -> {
          if (SuppressionTable.counts(entry, now)) {
            standing.add(SuppressionTable.id(entry));
          }
        });
    return standing;
  }

  @Override
  public boolean lift(Suppression list, Lifting lifting) {
    Records records = new Records(client, list.table(), scheduler);
    List<TransactWriteItem> both = new ArrayList<>();
    both.add(TransactWriteItem.builder().delete(deletion(list.table(), lifting)).build());
    both.add(SuppressionTable.put(list.table(), lifting, lifting.at().plus(list.keep())));
    return records.transact(both);
  }

  /** Of one that counts; DynamoDB may not have removed it yet where it does not. */
  private static Delete deletion(String table, Lifting lifting) {
    return Delete.builder()
        .tableName(table)
        .key(SuppressionTable.key(lifting.entry()))
        .conditionExpression("#until > :now")
        .expressionAttributeNames(Map.of("#until", SuppressionTable.EXPIRES_AT))
        .expressionAttributeValues(
            new ItemWriter().number(":now", lifting.at().getEpochSecond()).attributes())
        .build();
  }
}
