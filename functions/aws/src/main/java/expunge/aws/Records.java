package expunge.aws;

import expunge.run.Scheduler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;

/** The records of a table of ours: single strong reads and conditional writes. */
final class Records {
  private static final String CONDITION_FAILED = "ConditionalCheckFailed";
  private static final String MARK = "lastChange";

  private final DynamoDbClient client;
  private final String table;
  private final Scheduler scheduler;
  private final Contention contention;

  Records(DynamoDbClient client, String table, Scheduler scheduler) {
    this.client = client;
    this.table = table;
    this.scheduler = scheduler;
    this.contention = new Contention(scheduler);
  }

  String table() {
    return table;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  Optional<Map<String, AttributeValue>> find(Map<String, AttributeValue> key) {
    return AwsCall.of("DynamoDB GetItem", () -> get(key));
  }

  /** Writes a record where there is none, and answers whether it did. */
  boolean create(Map<String, AttributeValue> record) {
    return AwsCall.of("DynamoDB PutItem", () -> contention.outlast(() -> put(record)));
  }

  /**
   * Updates a record. The call leaves a mark of its own in the record: where the SDK repeats it
   * because the first answer was lost, it is not done again, and the answer is still {@code Made}.
   */
  Change change(Map<String, AttributeValue> key, Write write) {
    String mark = scheduler.newId();
    Write marked =
        write
            .assign(new ItemWriter().text(MARK, mark))
            .and("attribute_not_exists(#lastChange) OR #lastChange <> :lastChange");
    return AwsCall.of(
        "DynamoDB UpdateItem", () -> contention.outlast(() -> update(key, marked, mark)));
  }

  /** Updates a record as it is told, on its own condition, and answers whether that held. */
  boolean update(UpdateItemRequest.Builder update) {
    UpdateItemRequest request = update.tableName(table).build();
    return AwsCall.of("DynamoDB UpdateItem", () -> contention.outlast(() -> update(request)));
  }

  /** Removes a record; that there is none is no fault. */
  void remove(Map<String, AttributeValue> key) {
    AwsCall.of(
        "DynamoDB DeleteItem",
        () -> contention.outlast(() -> client.deleteItem(r -> r.tableName(table).key(key))));
  }

  /**
   * Makes all these writes or none.
   *
   * @return whether they were made; false where a condition did not hold, which after a lost answer
   *     may be due to this very call
   */
  boolean transact(List<TransactWriteItem> writes) {
    return AwsCall.of(
        "DynamoDB TransactWriteItems", () -> contention.outlast(() -> transactOnce(writes)));
  }

  /** Reads page after page as they are asked for; the caller translates what reading throws. */
  QueryIterable pages(QueryRequest request) {
    return client.queryPaginator(request);
  }

  private Optional<Map<String, AttributeValue>> get(Map<String, AttributeValue> key) {
    return Optional.of(client.getItem(r -> r.tableName(table).key(key).consistentRead(true)))
        .filter(GetItemResponse::hasItem)
        .map(GetItemResponse::item);
  }

  private boolean put(Map<String, AttributeValue> record) {
    try {
      client.putItem(
          r ->
              r.tableName(table)
                  .item(record)
                  .conditionExpression("attribute_not_exists(#record)")
                  .expressionAttributeNames(Write.namesIn("#record")));
      return true;
    } catch (ConditionalCheckFailedException stands) {
      return false;
    }
  }

  private boolean update(UpdateItemRequest request) {
    try {
      client.updateItem(request);
      return true;
    } catch (ConditionalCheckFailedException refused) {
      return false;
    }
  }

  private Change update(Map<String, AttributeValue> key, Write write, String mark) {
    try {
      return new Change.Made(
          client
              .updateItem(
                  r ->
                      r.tableName(table)
                          .key(key)
                          .updateExpression(write.update())
                          .conditionExpression(write.condition())
                          .expressionAttributeNames(write.names())
                          .expressionAttributeValues(write.values())
                          .returnValues(ReturnValue.ALL_NEW))
              .attributes());
    } catch (ConditionalCheckFailedException refused) {
      return readBack(key, mark);
    }
  }

  private Change readBack(Map<String, AttributeValue> key, String mark) {
    Optional<Map<String, AttributeValue>> record = get(key);
    return record
        .filter(it -> AttributeValue.fromS(mark).equals(it.get(MARK)))
        .<Change>map(Change.Made::new)
        .orElseGet(() -> new Change.Refused(record));
  }

  private boolean transactOnce(List<TransactWriteItem> writes) {
    // The SDK would roll dice of its own, which a snapshot may hold.
    String token = scheduler.newId();
    try {
      client.transactWriteItems(r -> r.clientRequestToken(token).transactItems(writes));
      return true;
    } catch (TransactionCanceledException cancelled) {
      if (cancelled.cancellationReasons().stream()
          .anyMatch(reason -> CONDITION_FAILED.equals(reason.code()))) {
        return false;
      }
      throw cancelled;
    }
  }
}
