package expunge.aws;

import expunge.dataset.Suppression;
import expunge.run.Backoff;
import expunge.run.ExpungeException;
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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Suppression lists in tables as {@link SuppressionTable} defines them. */
final class DynamoSuppressionList implements SuppressionList {
  private static final int MOST_TRIES = 8;

  private final DynamoDbClient client;
  private final Scheduler scheduler;

  DynamoSuppressionList(DynamoDbClient client, Scheduler scheduler) {
    this.client = client;
    this.scheduler = scheduler;
  }

  @Override
  public Set<EntryId> standing(Suppression list, Set<EntryId> entries, Instant now) {
    if (entries.size() > ENTRIES_PER_CALL) {
      throw new IllegalArgumentException("more than " + ENTRIES_PER_CALL + " entries in one call");
    }
    Set<EntryId> standing = new HashSet<>();
    List<Map<String, AttributeValue>> open = entries.stream().map(SuppressionTable::key).toList();
    for (int failed = 0; !open.isEmpty(); failed++) {
      rest(failed);
      BatchGetItemResponse answer = read(list.table(), open);
      answer.responses().getOrDefault(list.table(), List.of()).stream()
          .filter(entry -> SuppressionTable.counts(entry, now))
          .forEach(entry -> standing.add(SuppressionTable.id(entry)));
      KeysAndAttributes left = answer.unprocessedKeys().get(list.table());
      open = left == null ? List.of() : left.keys();
    }
    return standing;
  }

  /** Before a repetition. */
  private void rest(int failed) {
    if (failed == MOST_TRIES) {
      throw new ExpungeException.Retryable("the suppression list is throttled", null);
    }
    if (failed > 0) {
      scheduler.waitUntil(Backoff.STANDARD.next(scheduler, failed));
    }
  }

  private BatchGetItemResponse read(String table, List<Map<String, AttributeValue>> keys) {
    KeysAndAttributes wanted = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    return AwsCall.of(
        "DynamoDB BatchGetItem",
        () -> client.batchGetItem(r -> r.requestItems(Map.of(table, wanted))));
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
