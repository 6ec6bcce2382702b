package expunge.aws;

import expunge.dataset.KeyAttribute;
import expunge.dataset.LinkedRule;
import expunge.dataset.LinkedTable;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.linked.LinkedRecord;
import expunge.linked.LinkedStore;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Linked tables. Every write is conditional on the record still belonging to the profile, since an
 * index may speak of yesterday.
 */
final class DynamoLinkedStore implements LinkedStore {
  private final LinkedQuery query;
  private final Statements statements;
  private final MovedRecords moved;

  DynamoLinkedStore(DynamoDbClient client) {
    this.query = new LinkedQuery(client);
    this.statements = new Statements(client);
    this.moved = new MovedRecords(client);
  }

  @Override
  public Page find(LinkedTable table, ProfileKey profile, Optional<Cursor> after) {
    return query.page(table, profile, after);
  }

  @Override
  public List<LinkedRecord> treat(
      LinkedTable table, ProfileKey profile, List<LinkedRecord> records, String newId) {
    if (records.size() > LinkedStore.perCall(table)) {
      throw new IllegalArgumentException("too many records in one call");
    }
    if (records.isEmpty()) {
      return List.of();
    }
    boolean moves = table.movesRecords() && !isDeleted(table, records.getFirst());
    return moves
        ? moved.move(table, profile, records.getFirst(), newId)
        : write(table, profile, records);
  }

  static boolean isDeleted(LinkedTable table, LinkedRecord linked) {
    return switch (table.rule()) {
      case LinkedRule.Delete _ -> true;
      case LinkedRule.DeleteWhere _ -> linked.meetsCriterion();
      case LinkedRule.Anonymize _, LinkedRule.Detach _, LinkedRule.Strip _ -> false;
    };
  }

  private List<LinkedRecord> write(
      LinkedTable table, ProfileKey profile, List<LinkedRecord> records) {
    List<LinkedRecord> again = new ArrayList<>();
    List<Statements.Answer> answers =
        statements.send(records.stream().map(one -> statement(table, profile, one)).toList());
    for (int i = 0; i < records.size(); i++) {
      LinkedRecord linked = records.get(i);
      switch (answers.get(i)) {
        case Statements.Answer.Done _ -> {
          // treated, or there is no such record
        }
        case Statements.Answer.Unprocessed _ -> again.add(linked);
        case Statements.Answer.Refused(Map<String, AttributeValue> item) -> {
          if (belongs(table, profile, Attributes.read(item))) {
            again.add(new LinkedRecord(linked.key(), meets(table, Attributes.read(item))));
          }
        }
      }
    }
    return again;
  }

  private static Statement statement(LinkedTable table, ProfileKey profile, LinkedRecord linked) {
    Map<String, Value> belonging = belonging(table, profile, linked);
    return switch (table.rule()) {
      case LinkedRule.Delete _ -> Statement.delete(table.table()).where(belonging);
      case LinkedRule.DeleteWhere(String attribute, Value value) when linked.meetsCriterion() ->
          Statement.delete(table.table()).where(belonging).where(Map.of(attribute, value));
      case LinkedRule.DeleteWhere(String attribute, Value value) ->
          unlinked(table, List.of(), Map.of()).where(belonging).andNot(attribute, value);
      case LinkedRule.Detach _ -> unlinked(table, List.of(), Map.of()).where(belonging);
      case LinkedRule.Anonymize(List<String> remove, Map<String, Value> replace) ->
          unlinked(table, remove, replace).where(belonging);
      case LinkedRule.Strip(List<String> attributes) ->
          Statement.update(table.table()).remove(attributes).where(belonging);
    };
  }

  private static Statement unlinked(
      LinkedTable table, List<String> remove, Map<String, Value> replace) {
    List<String> all = new ArrayList<>(remove);
    String link = table.link().attribute().attribute();
    if (!all.contains(link)) {
      all.add(link);
    }
    return Statement.update(table.table()).remove(all).set(replace);
  }

  /** The record's key, and its link to the profile. */
  static Map<String, Value> belonging(LinkedTable table, ProfileKey profile, LinkedRecord linked) {
    Map<String, Value> values = new HashMap<>(linked.key());
    values.put(
        table.link().attribute().attribute(), ProfileKeys.write(table.link().attribute(), profile));
    return values;
  }

  static boolean belongs(LinkedTable table, ProfileKey profile, Map<String, Value> item) {
    return ProfileKeys.write(table.link().attribute(), profile)
        .equals(item.get(table.link().attribute().attribute()));
  }

  static boolean meets(LinkedTable table, Map<String, Value> item) {
    return table.rule() instanceof LinkedRule.DeleteWhere(String attribute, Value value)
        && value.equals(item.get(attribute));
  }

  static Map<String, Value> key(LinkedTable table, Map<String, AttributeValue> item) {
    return Attributes.read(item, table.key().stream().map(KeyAttribute::name).toList());
  }
}
