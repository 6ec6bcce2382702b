package expunge.aws;

import expunge.dataset.KeyAttribute;
import expunge.dataset.LinkedRule;
import expunge.dataset.LinkedTable;
import expunge.item.Cursor;
import expunge.linked.LinkedRecord;
import expunge.linked.LinkedStore;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Finds the records of a profile: keys, and by what the rule decides. */
final class LinkedQuery {
  private final DynamoDbClient client;

  LinkedQuery(DynamoDbClient client) {
    this.client = client;
  }

  LinkedStore.Page page(LinkedTable table, ProfileKey profile, Optional<Cursor> after) {
    QueryRequest request = request(table, profile, after);
    QueryResponse response = AwsCall.of("DynamoDB Query", () -> client.query(request));
    return new LinkedStore.Page(
        response.items().stream().map(item -> linked(table, item)).toList(),
        Attributes.cursor(response.lastEvaluatedKey()));
  }

  private static LinkedRecord linked(LinkedTable table, Map<String, AttributeValue> item) {
    return new LinkedRecord(
        DynamoLinkedStore.key(table, item), DynamoLinkedStore.meets(table, Attributes.read(item)));
  }

  private static QueryRequest request(
      LinkedTable table, ProfileKey profile, Optional<Cursor> after) {
    List<String> wanted = new ArrayList<>(table.key().stream().map(KeyAttribute::name).toList());
    if (table.rule() instanceof LinkedRule.DeleteWhere(String attribute, _)) {
      wanted.add(attribute);
    }
    Projection projection = Projection.of(wanted.stream().distinct().toList());
    Map<String, String> names = new HashMap<>(projection.names());
    Map<String, AttributeValue> values = new HashMap<>();
    names.put("#link", table.link().attribute().attribute());
    values.put(":link", Attributes.write(ProfileKeys.write(table.link().attribute(), profile)));
    String condition = "#link = :link" + sortCondition(table, profile, names, values);
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName(table.table())
            .consistentRead(table.link().isByKey())
            .keyConditionExpression(condition)
            .projectionExpression(projection.expression())
            .expressionAttributeNames(names)
            .expressionAttributeValues(values)
            .limit(LinkedStore.RECORDS_PER_PAGE);
    table.link().index().ifPresent(request::indexName);
    if (table.rule() instanceof LinkedRule.Strip(List<String> attributes)) {
      request.filterExpression(hasAny(attributes, names)).expressionAttributeNames(names);
    }
    after.ifPresent(cursor -> request.exclusiveStartKey(Attributes.write(cursor.position())));
    return request.build();
  }

  private static String sortCondition(
      LinkedTable table,
      ProfileKey profile,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    return table
        .link()
        .sortBegins()
        .map(
            begins -> {
              names.put("#sort", table.sort().orElseThrow().name());
              values.put(":begins", AttributeValue.fromS(begins.with(profile.value())));
              return " AND begins_with(#sort, :begins)";
            })
        .orElse("");
  }

  private static String hasAny(List<String> attributes, Map<String, String> names) {
    return IntStream.range(0, attributes.size())
        .mapToObj(
            i -> {
              names.put("#s" + i, attributes.get(i));
              return "attribute_exists(#s" + i + ")";
            })
        .collect(Collectors.joining(" OR "));
  }
}
