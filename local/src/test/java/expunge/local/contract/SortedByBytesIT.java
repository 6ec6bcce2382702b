package expunge.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.aws.AwsPorts;
import expunge.criterion.Criterion.Condition;
import expunge.criterion.Operator;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.file.Limits;
import expunge.item.Value;
import expunge.run.Deadline;
import expunge.run.SystemScheduler;
import expunge.selection.Gathering;
import expunge.selection.Gathering.Bounds;
import expunge.selection.Gathering.Reached;
import expunge.selection.Selector;
import expunge.simulator.memory.MemoryObjectStore;
import expunge.task.Request;
import expunge.task.Slicing;
import expunge.task.Task;
import expunge.task.TaskId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** An index that is sorted by bytes is gone through page by page, by one worker after another. */
class SortedByBytesIT {
  private static final int PEOPLE = 250;

  private final SystemScheduler scheduler = new SystemScheduler();
  private final DynamoDbClient client = EmulatedAws.CLIENTS.dynamoDb();
  private final MemoryObjectStore objects = new MemoryObjectStore("files", scheduler);
  private final Dataset dataset =
      Datasets.parse(
              """
              {"datasets": {"hashed": {
                "profiles": {"table": "hashed-%s", "key": "id"},
                "identifiers": [{"name": "cookie", "index": "by-cookie", "matches": "all"}]
              }}}
              """
                  .formatted(scheduler.newId()))
          .defaultDataset();

  @Test
  void everybodyIsFound() {
    makeTable();
    IntStream.range(0, PEOPLE).forEach(this::put);
    Task task = task();
    AtomicInteger invocations = new AtomicInteger();

    Reached reached = Reached.UNDER_WAY;
    while (reached == Reached.UNDER_WAY) {
      reached = onePart(task, invocations);
    }

    assertThat(reached).isEqualTo(Reached.WRITTEN);
    assertThat(invocations.get()).isGreaterThan(2);
    assertThat(objects.text(task.file().version().key()).lines())
        .hasSize(1 + PEOPLE)
        .doesNotHaveDuplicates();
  }

  private Reached onePart(Task task, AtomicInteger invocations) {
    invocations.incrementAndGet();
    AtomicInteger asked = new AtomicInteger();
    Selector same =
        new Selector.Meeting(Condition.of("cookie", Operator.EQUALS, new Value.Text("same")));
    Deadline deadline = Deadline.in(scheduler.now(), Duration.ofMinutes(2), Duration.ofSeconds(15));
    return new Gathering(
            new AwsPorts(EmulatedAws.CLIENTS, scheduler).selection(),
            objects,
            scheduler,
            new Bounds(1, 1))
        .goOn(task, dataset, same, "m", deadline, () -> asked.getAndIncrement() == 0);
  }

  private Task task() {
    TaskId id = new TaskId(scheduler.newId());
    return Task.pendingUpload(
        id,
        Request.deletion(dataset.name(), "complete"),
        "uploads/" + id + "/target.csv",
        Slicing.by(Limits.defaults(), Optional.of(dataset)),
        scheduler.now());
  }

  private void makeTable() {
    client.createTable(
        table ->
            table
                .tableName(dataset.table())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    attribute("id", ScalarAttributeType.S),
                    attribute("cookie", ScalarAttributeType.S),
                    attribute("hash", ScalarAttributeType.B))
                .keySchema(key("id", KeyType.HASH))
                .globalSecondaryIndexes(
                    GlobalSecondaryIndex.builder()
                        .indexName("by-cookie")
                        .projection(p -> p.projectionType("KEYS_ONLY"))
                        .keySchema(key("cookie", KeyType.HASH), key("hash", KeyType.RANGE))
                        .build()));
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private void put(int number) {
    byte[] hash = {(byte) (number * 7), (byte) number};
    client.putItem(
        put ->
            put.tableName(dataset.table())
                .item(
                    Map.of(
                        "id", AttributeValue.fromS("person-" + number),
                        "cookie", AttributeValue.fromS("same"),
                        "hash", AttributeValue.fromB(SdkBytes.fromByteArray(hash)))));
  }
}
