package expunge.aws;

import expunge.run.Backoff;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Strong reads of items by key, repeated until the table has answered for each of them. */
final class BatchReads {
  private static final int MOST_TRIES = 8;

  private final DynamoDbClient client;
  private final Scheduler scheduler;

  BatchReads(DynamoDbClient client, Scheduler scheduler) {
    this.client = client;
    this.scheduler = scheduler;
  }

  /**
   * Hands over every item that is there.
   *
   * @param keys distinct, at most 100
   * @throws ExpungeException.Retryable if the table leaves some unanswered again and again
   */
  void of(
      String table,
      List<Map<String, AttributeValue>> keys,
      Consumer<Map<String, AttributeValue>> onItem) {
    List<Map<String, AttributeValue>> open = keys;
    for (int failed = 0; !open.isEmpty(); failed++) {
      rest(failed);
      BatchGetItemResponse answer = read(table, open);
      answer.responses().getOrDefault(table, List.of()).forEach(onItem);
      KeysAndAttributes left = answer.unprocessedKeys().get(table);
      open = left == null ? List.of() : left.keys();
    }
  }

  /** Before a repetition. */
  private void rest(int failed) {
    if (failed == MOST_TRIES) {
      throw new ExpungeException.Retryable("a table is throttled", null);
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
}
