package expunge.aws;

import expunge.access.CallCounter;
import expunge.access.KeyId;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Calls counted by conditional updates of one record for each key and window. A refused one costs a
 * write unit as a counted one does.
 */
final class DynamoCallCounter implements CallCounter {
  private static final String UPDATE = "SET #expiresAt = :expiresAt ADD #calls :one";
  private static final String BELOW = "attribute_not_exists(#calls) OR #calls < :most";
  private static final String RECORD = "calls";
  private static final Duration KEPT = Duration.ofHours(1);

  private final Records records;

  DynamoCallCounter(Records records) {
    this.records = records;
  }

  @Override
  public boolean count(KeyId caller, Instant window, int most) {
    String id = "calls#" + caller.hex() + "#" + window.getEpochSecond();
    return records.update(
        UpdateItemRequest.builder()
            .key(AccessTable.key(id, RECORD))
            .updateExpression(UPDATE)
            .conditionExpression(BELOW)
            .expressionAttributeNames(Write.namesIn(UPDATE, BELOW))
            .expressionAttributeValues(
                new ItemWriter()
                    .number(":one", 1)
                    .number(":most", most)
                    .number(":expiresAt", window.plus(KEPT).getEpochSecond())
                    .attributes()));
  }
}
