package expunge.local.events;

import expunge.local.TestMachine;
import expunge.local.template.StatePipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The stream of a table from its beginning, each record as a pipe is given it. */
public final class StreamRecords {
  private final DynamoDbStreamsClient streams;
  private final String arn;

  private StreamRecords(DynamoDbStreamsClient streams, String arn) {
    this.streams = streams;
    this.arn = arn;
  }

  /**
   * Gives a table of tasks the stream that the template gives it. The local system does without:
   * nobody reads it there, and another backend may be slow with it.
   */
  public static void begin(DynamoDbClient tables, String table) {
    String images = StatePipe.ofTemplate().images();
    tables.updateTable(
        r ->
            r.tableName(table)
                .streamSpecification(s -> s.streamEnabled(true).streamViewType(images)));
    tables.waiter().waitUntilTableExists(r -> r.tableName(table));
  }

  /** All that the stream holds now, in the order of the writes to each item. */
  public static List<Map<String, Object>> all(DynamoDbClient tables, String table) {
    String arn = tables.describeTable(r -> r.tableName(table)).table().latestStreamArn();
    try (DynamoDbStreamsClient streams = beside(tables)) {
      return new StreamRecords(streams, arn).all();
    }
  }

  private static DynamoDbStreamsClient beside(DynamoDbClient tables) {
    return DynamoDbStreamsClient.builder()
        .endpointOverride(tables.serviceClientConfiguration().endpointOverride().orElseThrow())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(TestMachine.KEY_ID, TestMachine.SECRET)))
        .build();
  }

  private List<Map<String, Object>> all() {
    List<Map<String, Object>> records = new ArrayList<>();
    streams
        .describeStream(r -> r.streamArn(arn))
        .streamDescription()
        .shards()
        .forEach(shard -> read(shard, records));
    return records;
  }

  /** An open shard has no end: it is read to the first empty page. */
  private void read(Shard shard, List<Map<String, Object>> records) {
    String next =
        streams
            .getShardIterator(
                r ->
                    r.streamArn(arn)
                        .shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    while (next != null) {
      String iterator = next;
      GetRecordsResponse page = streams.getRecords(r -> r.shardIterator(iterator));
      page.records().stream().map(StreamRecords::asPiped).forEach(records::add);
      next = page.hasRecords() && !page.records().isEmpty() ? page.nextShardIterator() : null;
    }
  }

  private static Map<String, Object> asPiped(Record record) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("Keys", item(record.dynamodb().keys()));
    if (record.dynamodb().hasNewImage()) {
      change.put("NewImage", item(record.dynamodb().newImage()));
    }
    if (record.dynamodb().hasOldImage()) {
      change.put("OldImage", item(record.dynamodb().oldImage()));
    }
    return Map.of("eventName", record.eventNameAsString(), "dynamodb", change);
  }

  private static Map<String, Object> item(Map<String, AttributeValue> attributes) {
    Map<String, Object> item = new LinkedHashMap<>();
    attributes.forEach((name, value) -> item.put(name, typed(value)));
    return item;
  }

  /** With its type, as DynamoDB writes JSON; of lists, sets and bytes the type alone. */
  private static Map<String, Object> typed(AttributeValue value) {
    return switch (value.type()) {
      case S -> Map.of("S", value.s());
      case N -> Map.of("N", value.n());
      case M -> Map.of("M", item(value.m()));
      default -> Map.of(value.type().name(), List.of());
    };
  }
}
