package expunge.local.contract;

import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.dataset.KeyAttribute;
import expunge.dataset.KeyType;
import expunge.imports.CustomerStore;
import expunge.item.Value;
import expunge.linked.LinkedStore;
import expunge.profile.ProfileStore;
import expunge.run.SystemScheduler;
import expunge.selection.Selection;
import expunge.simulator.people.PeoplesTables;
import expunge.suppression.SuppressionList;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Tables of DynamoDB, or of something that speaks as it does. */
final class DynamoPeoplesTables implements PeoplesTables {
  /** A value that no rule knows of, with others of every kind in it. */
  private static final AttributeValue NESTED =
      AttributeValue.fromM(
          Map.of(
              "list", AttributeValue.fromL(List.of(AttributeValue.fromN("1.5"), yes())),
              "none", AttributeValue.fromNul(true),
              "binary", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1})),
              "texts", AttributeValue.fromSs(List.of("a", "b")),
              "numbers", AttributeValue.fromNs(List.of("1", "2")),
              "e-mail address", AttributeValue.fromS("")));

  private final DynamoDbClient client;
  private final ProfileStore profiles;
  private final LinkedStore linked;
  private final SuppressionList suppressions;
  private final Selection selection;
  private final CustomerStore customers;

  DynamoPeoplesTables(AwsClients clients) {
    this(clients, clients.dynamoDb());
  }

  /** Made, filled and seen by one client, while the ports work with others. */
  DynamoPeoplesTables(AwsClients clients, DynamoDbClient peoples) {
    AwsPorts ports = new AwsPorts(clients, new SystemScheduler());
    client = peoples;
    profiles = ports.profileStore();
    linked = ports.linkedStore();
    suppressions = ports.suppressionList();
    selection = ports.selection();
    customers = ports.customerStore();
  }

  @Override
  public ProfileStore profiles() {
    return profiles;
  }

  @Override
  public LinkedStore linked() {
    return linked;
  }

  @Override
  public SuppressionList suppressions() {
    return suppressions;
  }

  @Override
  public Selection selection() {
    return selection;
  }

  @Override
  public CustomerStore customers() {
    return customers;
  }

  @Override
  public void make(String table, List<KeyAttribute> key, Map<String, KeyAttribute> indexes) {
    CreateTableRequest.Builder made =
        CreateTableRequest.builder()
            .tableName(table)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                Stream.concat(key.stream(), indexes.values().stream())
                    .distinct()
                    .map(DynamoPeoplesTables::definition)
                    .toList())
            .keySchema(schema(key));
    if (!indexes.isEmpty()) {
      List<GlobalSecondaryIndex> all = new ArrayList<>();
      indexes.forEach((name, attribute) -> all.add(index(name, attribute)));
      made.globalSecondaryIndexes(all);
    }
    client.createTable(made.build());
  }

  private static AttributeDefinition definition(KeyAttribute attribute) {
    return AttributeDefinition.builder()
        .attributeName(attribute.name())
        .attributeType(
            attribute.type() == KeyType.NUMBER ? ScalarAttributeType.N : ScalarAttributeType.S)
        .build();
  }

  private static GlobalSecondaryIndex index(String name, KeyAttribute attribute) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(schema(List.of(attribute)))
        .projection(p -> p.projectionType("ALL"))
        .build();
  }

  private static List<KeySchemaElement> schema(List<KeyAttribute> key) {
    List<KeySchemaElement> schema = new ArrayList<>();
    for (KeyAttribute attribute : key) {
      schema.add(
          KeySchemaElement.builder()
              .attributeName(attribute.name())
              .keyType(schema.isEmpty() ? "HASH" : "RANGE")
              .build());
    }
    return schema;
  }

  @Override
  public void put(String table, Map<String, Value> item) {
    Map<String, AttributeValue> written = new HashMap<>();
    item.forEach((name, value) -> written.put(name, write(value)));
    client.putItem(r -> r.tableName(table).item(written));
  }

  @Override
  public List<Map<String, Value>> all(String table) {
    List<Map<String, Value>> all = new ArrayList<>();
    client
        .scanPaginator(r -> r.tableName(table).consistentRead(true))
        .items()
        .forEach(
            item -> {
              Map<String, Value> values = new HashMap<>();
              item.forEach((name, value) -> values.put(name, read(value)));
              all.add(values);
            });
    return all;
  }

  private static AttributeValue write(Value value) {
    return switch (value) {
      case Value.Text(String text) -> AttributeValue.fromS(text);
      case Value.Numeric(String number) -> AttributeValue.fromN(number);
      case Value.Flag(boolean isTrue) -> AttributeValue.fromBool(isTrue);
      case Value.Several(List<Value> members) -> write(members);
      case Value.Bytes(String base64) ->
          AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(base64)));
      case Value.Other _ -> NESTED;
    };
  }

  /** A set where they can be one. */
  private static AttributeValue write(List<Value> members) {
    List<String> texts = members.stream().flatMap(one -> one.asText().stream()).distinct().toList();
    boolean isSet = !members.isEmpty() && texts.size() == members.size();
    if (isSet && members.stream().allMatch(Value.Text.class::isInstance)) {
      return AttributeValue.fromSs(texts);
    }
    return isSet && members.stream().allMatch(Value.Numeric.class::isInstance)
        ? AttributeValue.fromNs(texts)
        : AttributeValue.fromL(members.stream().map(DynamoPeoplesTables::write).toList());
  }

  private static Value read(AttributeValue value) {
    return switch (value.type()) {
      case S -> new Value.Text(value.s());
      case N -> new Value.Numeric(value.n());
      case BOOL -> new Value.Flag(value.bool());
      case NS ->
          new Value.Several(value.ns().stream().sorted().<Value>map(Value.Numeric::new).toList());
      default -> {
        if (!value.equals(NESTED)) {
          throw new AssertionError("a value has changed");
        }
        yield new Value.Other();
      }
    };
  }

  private static AttributeValue yes() {
    return AttributeValue.fromBool(true);
  }
}
