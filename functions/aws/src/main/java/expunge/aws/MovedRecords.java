package expunge.aws;

import expunge.dataset.LinkedRule;
import expunge.dataset.LinkedTable;
import expunge.item.Value;
import expunge.linked.LinkedRecord;
import expunge.profile.ProfileKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Takes the link from records whose key it is part of: the record is written under another key and
 * deleted under its own, in one transaction. It must still be as it was read, as far as a condition
 * can say that, or what somebody wrote meanwhile would be lost.
 */
final class MovedRecords {
  private static final Set<String> UNDECIDED =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private final DynamoDbClient client;

  MovedRecords(DynamoDbClient client) {
    this.client = client;
  }

  /** Moves a record; answers it again where it changed meanwhile. */
  List<LinkedRecord> move(
      LinkedTable table, ProfileKey profile, LinkedRecord linked, String newId) {
    Map<String, AttributeValue> key = Attributes.write(linked.key());
    GetItemResponse read =
        AwsCall.of(
            "DynamoDB GetItem",
            () -> client.getItem(r -> r.tableName(table.table()).key(key).consistentRead(true)));
    Map<String, Value> now = Attributes.read(read.item());
    if (!read.hasItem() || !DynamoLinkedStore.belongs(table, profile, now)) {
      return List.of();
    }
    LinkedRecord current = new LinkedRecord(linked.key(), DynamoLinkedStore.meets(table, now));
    if (DynamoLinkedStore.isDeleted(table, current)) {
      return List.of(current);
    }
    Map<String, AttributeValue> elsewhere = elsewhere(table, read.item(), newId);
    return AwsCall.of(
        "DynamoDB TransactWriteItems",
        () -> moved(table, key, read.item(), elsewhere) ? List.of() : List.of(current));
  }

  private boolean moved(
      LinkedTable table,
      Map<String, AttributeValue> key,
      Map<String, AttributeValue> before,
      Map<String, AttributeValue> elsewhere) {
    Unchanged unchanged = Unchanged.since(before);
    Put put = Put.builder().tableName(table.table()).item(elsewhere).build();
    Delete delete =
        Delete.builder()
            .tableName(table.table())
            .key(key)
            .conditionExpression(unchanged.condition())
            .expressionAttributeNames(unchanged.names())
            .expressionAttributeValues(unchanged.values())
            .build();
    try {
      client.transactWriteItems(
          r ->
              r.transactItems(
                  TransactWriteItem.builder().put(put).build(),
                  TransactWriteItem.builder().delete(delete).build()));
      return true;
    } catch (TransactionCanceledException cancelled) {
      if (cancelled.cancellationReasons().stream()
          .map(CancellationReason::code)
          .allMatch(
              code ->
                  code.equals("None")
                      || code.equals("ConditionalCheckFailed")
                      || UNDECIDED.contains(code))) {
        return false;
      }
      throw cancelled;
    }
  }

  private static Map<String, AttributeValue> elsewhere(
      LinkedTable table, Map<String, AttributeValue> item, String newId) {
    Map<String, AttributeValue> moved = new HashMap<>(item);
    if (table.rule() instanceof LinkedRule.Anonymize(var remove, var replace)) {
      moved.keySet().removeAll(remove);
      moved.putAll(Attributes.write(replace));
    }
    moved.put(
        table.link().attribute().attribute(), AttributeValue.fromS(table.detachedPrefix() + newId));
    return moved;
  }

  /**
   * That an item's attributes have the values that they had. One that was added meanwhile stays
   * unseen, as no condition can speak of all attributes.
   */
  private record Unchanged(
      String condition, Map<String, String> names, Map<String, AttributeValue> values) {
    /** What DynamoDB's limit of 300 operators has room for: each takes one, and one joins it. */
    private static final int COMPARED = 150;

    static Unchanged since(Map<String, AttributeValue> before) {
      Map<String, String> names = new HashMap<>();
      Map<String, AttributeValue> values = new HashMap<>();
      List<String> conditions = new ArrayList<>();
      before.entrySet().stream()
          .limit(COMPARED)
          .forEach(
              attribute -> {
                int place = names.size();
                names.put("#a" + place, attribute.getKey());
                values.put(":a" + place, attribute.getValue());
                conditions.add("#a%d = :a%d".formatted(place, place));
              });
      return new Unchanged(String.join(" AND ", conditions), names, values);
    }
  }
}
