package expunge.local.system;

import expunge.aws.SuppressionTable;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.dataset.KeyAttribute;
import expunge.dataset.KeyPart;
import expunge.dataset.KeyType;
import expunge.dataset.LinkedTable;
import expunge.dataset.Segments;
import expunge.segment.SegmentItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/**
 * The tables that a declaration speaks of, as their owners would make them: with the keys and
 * indexes that it names.
 */
public final class DeclaredTables {
  private final Map<String, List<KeyAttribute>> keys = new LinkedHashMap<>();
  private final Map<String, Map<String, KeyAttribute>> indexes = new LinkedHashMap<>();

  private DeclaredTables() {}

  /** All of them, each once. */
  public static List<CreateTableRequest> of(Datasets datasets) {
    DeclaredTables tables = new DeclaredTables();
    datasets.names().stream().flatMap(name -> datasets.find(name).stream()).forEach(tables::add);
    return tables.keys.keySet().stream().map(tables::definition).toList();
  }

  /** The profile table of a dataset, the first that it speaks of. */
  public static CreateTableRequest profiles(Dataset dataset) {
    return of(new Datasets(List.of(dataset), dataset.name())).getFirst();
  }

  /** A table that nobody declares, with one text as its key. */
  public static CreateTableRequest plain(String table, String key) {
    DeclaredTables tables = new DeclaredTables();
    tables.keys.put(table, List.of(new KeyAttribute(key, KeyType.TEXT)));
    return tables.definition(table);
  }

  private void add(Dataset dataset) {
    List<KeyAttribute> key =
        Stream.concat(Stream.of(dataset.profiles().partition()), dataset.profiles().sort().stream())
            .map(DeclaredTables::attribute)
            .toList();
    keys.putIfAbsent(dataset.table(), key);
    dataset
        .identifiers()
        .forEach(
            identifier ->
                identifier
                    .index()
                    .ifPresent(
                        index ->
                            addIndex(
                                dataset.table(),
                                index.name(),
                                new KeyAttribute(identifier.attribute(), identifier.type()))));
    dataset.linked().forEach(this::add);
    dataset
        .suppression()
        .ifPresent(
            list ->
                keys.putIfAbsent(
                    list.table(), List.of(new KeyAttribute(SuppressionTable.ID, KeyType.TEXT))));
    dataset.segments().ifPresent(this::add);
  }

  private void add(Segments segments) {
    keys.putIfAbsent(segments.table(), List.of(new KeyAttribute(SegmentItem.ID, KeyType.TEXT)));
    segments
        .membership()
        .ifPresent(
            members ->
                members
                    .index()
                    .ifPresent(
                        index -> addIndex(members.table().table(), index, members.segment())));
  }

  private void add(LinkedTable linked) {
    keys.putIfAbsent(linked.table(), linked.key());
    linked
        .link()
        .index()
        .ifPresent(name -> addIndex(linked.table(), name, attribute(linked.link().attribute())));
  }

  private void addIndex(String table, String name, KeyAttribute partition) {
    indexes.computeIfAbsent(table, _ -> new LinkedHashMap<>()).putIfAbsent(name, partition);
  }

  private static KeyAttribute attribute(KeyPart part) {
    return new KeyAttribute(part.attribute(), part.type());
  }

  private CreateTableRequest definition(String table) {
    List<KeyAttribute> key = keys.getOrDefault(table, List.of());
    Map<String, KeyAttribute> own = indexes.getOrDefault(table, Map.of());
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                Stream.concat(key.stream(), own.values().stream())
                    .distinct()
                    .map(DeclaredTables::definition)
                    .toList())
            .keySchema(schema(key));
    List<GlobalSecondaryIndex> built = new ArrayList<>();
    own.forEach((name, partition) -> built.add(index(name, partition)));
    return built.isEmpty() ? request.build() : request.globalSecondaryIndexes(built).build();
  }

  private static GlobalSecondaryIndex index(String name, KeyAttribute partition) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(schema(List.of(partition)))
        .projection(p -> p.projectionType("ALL"))
        .build();
  }

  private static List<KeySchemaElement> schema(List<KeyAttribute> key) {
    List<KeySchemaElement> elements = new ArrayList<>();
    for (KeyAttribute attribute : key) {
      elements.add(
          KeySchemaElement.builder()
              .attributeName(attribute.name())
              .keyType(elements.isEmpty() ? "HASH" : "RANGE")
              .build());
    }
    return elements;
  }

  private static AttributeDefinition definition(KeyAttribute attribute) {
    return AttributeDefinition.builder()
        .attributeName(attribute.name())
        .attributeType(attribute.type() == KeyType.NUMBER ? "N" : "S")
        .build();
  }
}
