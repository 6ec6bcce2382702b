package expunge.local.tables;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.aws.SuppressionTable;
import expunge.dataset.Datasets;
import expunge.local.TestMachine;
import expunge.local.tables.TableShape.IndexShape;
import expunge.local.tables.TableShape.KeyShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;

class CheckDatasetsIT {
  private static final DynamoDbClient CLIENT =
      TestMachine.dynamoDb(TestMachine.emulators().dynamoDb().endpoint());

  private static List<String> problems(String prefix) {
    String declaration = Declared.SHOP_AND_LEADS.replace("\"table\": \"", "\"table\": \"" + prefix);
    return new DatasetCheck(new DynamoTables(CLIENT)).problems(Datasets.parse(declaration));
  }

  private static KeySchemaElement key(String attribute, String type) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
  }

  /** A table with these attributes of type S, or N after a colon; the first is its key. */
  private static CreateTableRequest.Builder table(String name, String... attributes) {
    List<AttributeDefinition> definitions =
        List.of(attributes).stream()
            .map(text -> text.split(":"))
            .map(
                parts ->
                    AttributeDefinition.builder()
                        .attributeName(parts[0])
                        .attributeType(parts.length > 1 ? parts[1] : "S")
                        .build())
            .toList();
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(definitions)
        .keySchema(key(definitions.getFirst().attributeName(), "HASH"));
  }

  private static GlobalSecondaryIndex index(String name, String attribute, String... projected) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(key(attribute, "HASH"))
        .projection(
            p ->
                p.projectionType(projected.length > 0 ? "INCLUDE" : "KEYS_ONLY")
                    .nonKeyAttributes(projected.length > 0 ? List.of(projected) : null))
        .build();
  }

  @Test
  void realTablesThatAreAsDeclaredHaveNoProblem() {
    CLIENT.createTable(table("fit-leads", "id:N").build());
    CLIENT.createTable(
        table("fit-shop", "pk", "sk", "email")
            .keySchema(key("pk", "HASH"), key("sk", "RANGE"))
            .globalSecondaryIndexes(index("by-email", "email"))
            .build());
    CLIENT.createTable(
        table("fit-entries", "entry:N", "owner")
            .globalSecondaryIndexes(index("by-owner", "owner", "kind", "text"))
            .build());
    CLIENT.createTable(
        table("fit-answers", "survey", "owner")
            .globalSecondaryIndexes(index("by-owner", "owner"))
            .build());
    CLIENT.createTable(table("fit-gone", "id").build());
    CLIENT.updateTimeToLive(SuppressionTable.timeToLive("fit-gone"));

    assertThat(problems("fit-")).isEmpty();
  }

  @Test
  void whatOnlyTheTablesCanTellIsTold() {
    CLIENT.createTable(table("odd-leads", "id").build());
    CLIENT.createTable(
        table("odd-shop", "pk", "sk", "email:N")
            .keySchema(key("pk", "HASH"), key("sk", "RANGE"))
            .globalSecondaryIndexes(index("by-email", "email"))
            .build());
    CLIENT.createTable(
        table("odd-entries", "entry:N", "owner")
            .globalSecondaryIndexes(index("by-owner", "owner", "text"))
            .build());
    CLIENT.createTable(table("odd-answers", "survey").build());

    assertThat(problems("odd-"))
        .extracting(problem -> problem.substring(0, problem.indexOf(": ")))
        .containsExactly(
            "datasets.leads.profiles.keyType",
            "datasets.shop.identifiers[1].type",
            "datasets.shop.linked[1].where.attribute",
            "datasets.shop.linked[2].link.index",
            "datasets.shop.suppression.table");
  }

  @Test
  void aTableIsAskedByWhatItRemovesItems() {
    CLIENT.createTable(table("keeping", "id").build());
    CLIENT.createTable(table("forgetting", "id").build());
    CLIENT.updateTimeToLive(SuppressionTable.timeToLive("forgetting"));
    Tables tables = new DynamoTables(CLIENT);

    assertThat(tables.expiry("keeping")).isEqualTo(new Tables.Expiry.Never());
    assertThat(tables.expiry("forgetting")).isEqualTo(new Tables.Expiry.By("expiresAt"));
    assertThat(tables.expiry("nowhere")).isInstanceOf(Tables.Expiry.Refused.class);

    CLIENT.updateTimeToLive(
        r ->
            r.tableName("forgetting")
                .timeToLiveSpecification(t -> t.enabled(false).attributeName("expiresAt")));
    assertThat(new DynamoTables(CLIENT).expiry("forgetting")).isEqualTo(new Tables.Expiry.Never());
  }

  @Test
  void anIndexInThePartitionIsOneToo() {
    CLIENT.createTable(
        table("with-local-index", "pk", "sk", "at:N")
            .keySchema(key("pk", "HASH"), key("sk", "RANGE"))
            .localSecondaryIndexes(
                LocalSecondaryIndex.builder()
                    .indexName("by-time")
                    .keySchema(key("pk", "HASH"), key("at", "RANGE"))
                    .projection(p -> p.projectionType("INCLUDE").nonKeyAttributes("sum"))
                    .build())
            .build());

    List<KeyShape> indexKey = List.of(new KeyShape("pk", "S"), new KeyShape("at", "N"));
    assertThat(new DynamoTables(CLIENT).describe("with-local-index"))
        .isEqualTo(
            new Tables.Answer.Found(
                new TableShape(
                    List.of(new KeyShape("pk", "S"), new KeyShape("sk", "S")),
                    Map.of("by-time", new IndexShape(indexKey, Optional.of(Set.of("sum")), true)),
                    true)));
  }
}
