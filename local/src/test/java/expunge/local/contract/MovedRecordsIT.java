package expunge.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.dataset.LinkedRule;
import expunge.dataset.LinkedTable;
import expunge.item.Value;
import expunge.linked.LinkedRecord;
import expunge.profile.ProfileKey;
import expunge.simulator.people.LinkedShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Records that are moved while somebody else changes them, and those with much in them. */
class MovedRecordsIT {
  private static final LinkedShape SHAPE = LinkedShape.PARTITION_KEY;
  private static final ProfileKey OWNER = new ProfileKey("17");
  private static final Map<String, Value> RECORD = SHAPE.record(OWNER.value(), 1);

  private final DynamoDbClient people = EmulatedAws.CLIENTS.dynamoDb();
  private final Meanwhile meanwhile = new Meanwhile();
  private final DynamoPeoplesTables tables =
      new DynamoPeoplesTables(EmulatedAws.clientsWith(meanwhile), people);
  private final LinkedTable table =
      SHAPE.table("moved-" + UUID.randomUUID(), new LinkedRule.DeleteWhere("kind", text("draft")));

  MovedRecordsIT() {
    SHAPE.make(tables, table.table());
  }

  @Test
  void whatSomebodyWritesMeanwhileIsNotLost() {
    put(Map.of("kind", text("sent")));
    List<LinkedRecord> found = find();
    meanwhile.change = () -> put(Map.of("kind", text("paid")));
    assertThat(treat(found)).isEqualTo(found);
    assertThat(find()).isEqualTo(found);
    assertThat(treat(found)).isEmpty();
    assertThat(tables.all(table.table())).containsExactly(moved(Map.of("kind", text("paid"))));
  }

  @Test
  void aRecordThatSomebodyDeletesMeanwhileStaysAway() {
    put(Map.of("kind", text("sent")));
    List<LinkedRecord> found = find();
    meanwhile.change =
        () -> people.deleteItem(r -> r.tableName(table.table()).key(items().getFirst()));
    treat(found);
    assertThat(treat(found)).isEmpty();
    assertThat(items()).isEmpty();
  }

  @Test
  void aRecordThatMeetsTheCriterionMeanwhileIsDeleted() {
    put(Map.of("kind", text("sent")));
    List<LinkedRecord> found = find();
    meanwhile.change = () -> put(Map.of("kind", text("draft")));
    assertThat(treat(found)).isEqualTo(found);
    List<LinkedRecord> again = treat(found);
    assertThat(again).containsExactly(new LinkedRecord(found.getFirst().key(), true));
    assertThat(treat(again)).isEmpty();
    assertThat(items()).isEmpty();
  }

  @Test
  void aRecordWithMoreAttributesThanAConditionHasRoomForArrivesWhole() {
    Map<String, Value> many =
        IntStream.range(0, 400)
            .boxed()
            .collect(Collectors.toMap(n -> "attribute." + n, n -> text("value " + n)));
    put(many);
    assertThat(treat(find())).isEmpty();
    assertThat(tables.all(table.table())).containsExactly(moved(many));
  }

  @Test
  void theLargestRecordArrivesWhole() {
    Map<String, Value> large = Map.of("note", text("x".repeat(399_000)), "more", new Value.Other());
    put(large);
    assertThat(treat(find())).isEmpty();
    assertThat(tables.all(table.table())).containsExactly(moved(large));
  }

  private void put(Map<String, Value> attributes) {
    Map<String, Value> item = new HashMap<>(attributes);
    item.putAll(RECORD);
    tables.put(table.table(), item);
  }

  private List<LinkedRecord> find() {
    return tables.linked().find(table, OWNER, Optional.empty()).records();
  }

  private List<LinkedRecord> treat(List<LinkedRecord> records) {
    return tables.linked().treat(table, OWNER, records, "new");
  }

  /** The keys of all items. */
  private List<Map<String, AttributeValue>> items() {
    return people
        .scan(
            r ->
                r.tableName(table.table())
                    .projectionExpression("#owner, #date")
                    .expressionAttributeNames(Map.of("#owner", SHAPE.owner(), "#date", "date")))
        .items();
  }

  private static Map<String, Value> moved(Map<String, Value> attributes) {
    Map<String, Value> item = new HashMap<>(attributes);
    item.putAll(RECORD);
    item.put(SHAPE.owner(), text(LinkedShape.DETACHED + "new"));
    return item;
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  /** Somebody's change between the reading of a record and its next move. */
  private static final class Meanwhile implements ExecutionInterceptor {
    private Runnable change = () -> {};

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes call) {
      if (context.request() instanceof TransactWriteItemsRequest) {
        Runnable due = change;
        change = () -> {};
        due.run();
      }
    }
  }
}
