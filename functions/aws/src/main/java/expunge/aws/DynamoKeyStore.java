package expunge.aws;

import expunge.access.KeyId;
import expunge.access.KeyStore;
import expunge.access.StoredKey;
import expunge.run.ExpungeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Keys as records of the access table. A second record for each label says which key was the last
 * to get it; it holds nothing once that key has expired or is gone.
 */
final class DynamoKeyStore implements KeyStore {
  private static final int MOST_TRIES = 5;
  private static final String UNUSED_LATELY =
      "attribute_exists(#record) AND (attribute_not_exists(#lastUsedAt) OR #lastUsedAt <= :since)";
  private static final String USE = "SET #lastUsedAt = :at";

  private final Records records;

  DynamoKeyStore(Records records) {
    this.records = records;
  }

  @Override
  public boolean create(StoredKey key) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<KeyId> holder =
          records.find(KeyItem.labelKey(key.key().label())).map(KeyItem::readHolder);
      Optional<StoredKey> standing =
          holder.flatMap(this::find).filter(other -> other.isValidAt(key.createdAt()));
      if (standing.isPresent()) {
        return standing.get().key().id().equals(key.key().id());
      }
      if (records.transact(List.of(put(key), putLabel(key, holder)))) {
        return true;
      }
    }
    throw new ExpungeException.Retryable("others make keys of the same label", null);
  }

  private TransactWriteItem put(StoredKey key) {
    return put(
        Put.builder()
            .item(KeyItem.write(key))
            .conditionExpression("attribute_not_exists(#record)")
            .expressionAttributeNames(Write.namesIn("#record")));
  }

  /** On the condition that the label is still whose it was. */
  private TransactWriteItem putLabel(StoredKey key, Optional<KeyId> holder) {
    String condition = holder.isPresent() ? "#holder = :holder" : "attribute_not_exists(#record)";
    Put.Builder put =
        Put.builder()
            .item(KeyItem.writeLabel(key))
            .conditionExpression(condition)
            .expressionAttributeNames(Write.namesIn(condition));
    holder.ifPresent(
        id ->
            put.expressionAttributeValues(new ItemWriter().text(":holder", id.hex()).attributes()));
    return put(put);
  }

  private TransactWriteItem put(Put.Builder put) {
    return TransactWriteItem.builder().put(put.tableName(records.table()).build()).build();
  }

  @Override
  public Optional<StoredKey> find(KeyId id) {
    return records.find(KeyItem.key(id)).map(KeyItem::read);
  }

  @Override
  public List<StoredKey> list() {
    String partition = "#id = :keys";
    QueryRequest request =
        QueryRequest.builder()
            .tableName(records.table())
            .keyConditionExpression(partition)
            .expressionAttributeNames(Write.namesIn(partition))
            .expressionAttributeValues(new ItemWriter().text(":keys", KeyItem.KEYS).attributes())
            .consistentRead(true)
            .build();
    return AwsCall.of(
        "DynamoDB Query",
        () ->
            records.pages(request).items().stream()
                .map(KeyItem::read)
                .sorted(Comparator.comparing(StoredKey::createdAt))
                .toList());
  }

  /** Looks first, since the SDK may repeat a deletion whose answer got lost. */
  @Override
  public boolean revoke(KeyId id) {
    Map<String, AttributeValue> key = KeyItem.key(id);
    boolean standing = records.find(key).isPresent();
    if (standing) {
      records.remove(key);
    }
    return standing;
  }

  @Override
  public void noteUse(KeyId id, Instant at, Instant since) {
    records.update(
        UpdateItemRequest.builder()
            .key(KeyItem.key(id))
            .updateExpression(USE)
            .conditionExpression(UNUSED_LATELY)
            .expressionAttributeNames(Write.namesIn(USE, UNUSED_LATELY))
            .expressionAttributeValues(
                new ItemWriter().time(":at", at).time(":since", since).attributes()));
  }
}
