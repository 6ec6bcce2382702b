package expunge.aws;

import expunge.criterion.Criterion;
import expunge.dataset.Dataset;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import expunge.profile.ProfileStore;
import expunge.run.ExpungeException;
import expunge.selection.Lane;
import expunge.selection.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Looks for the profiles that meet a criterion. Where it names keys, or a value that an index has,
 * only those items are read, strongly, and compared here; otherwise the table compares all of its
 * own, and hands out the keys alone.
 */
final class TargetPages {
  private static final int LANES = 4;

  /** So that a page is read well within the time of a call, whatever the items' size. */
  private static final int ITEMS_PER_PAGE = 5_000;

  private final DynamoDbClient client;

  TargetPages(DynamoDbClient client) {
    this.client = client;
  }

  int lanes(Dataset dataset, Criterion criterion) {
    return TargetWay.of(dataset, criterion) instanceof TargetWay.Everybody ? LANES : 1;
  }

  Selection.Page page(Dataset dataset, Criterion criterion, Lane lane, Optional<Cursor> after) {
    return switch (TargetWay.of(dataset, criterion)) {
      case TargetWay.Keys(List<ProfileKey> keys) ->
          new Selection.Page(meeting(dataset, criterion, keys), keys.size(), Optional.empty());
      case TargetWay.ByIndex index -> query(dataset, criterion, index, after);
      case TargetWay.Everybody _ -> scan(dataset, criterion, lane, after);
    };
  }

  private Selection.Page scan(
      Dataset dataset, Criterion criterion, Lane lane, Optional<Cursor> after) {
    CriterionExpression filter = CriterionExpression.of(criterion);
    Projection keys = Projection.of(ProfileKeys.attributes(dataset));
    ScanRequest.Builder scan =
        ScanRequest.builder()
            .tableName(dataset.table())
            .consistentRead(true)
            .limit(ITEMS_PER_PAGE)
            .segment(lane.number())
            .totalSegments(lane.of())
            .projectionExpression(keys.expression())
            .filterExpression(filter.text())
            .expressionAttributeNames(joined(keys.names(), filter.names()));
    if (!filter.values().isEmpty()) {
      scan.expressionAttributeValues(filter.values());
    }
    after.ifPresent(cursor -> scan.exclusiveStartKey(Attributes.write(cursor.position())));
    ScanRequest request = scan.build();
    ScanResponse response = AwsCall.of("DynamoDB Scan", () -> client.scan(request));
    return new Selection.Page(
        keys(dataset, response.items()).toList(),
        response.scannedCount(),
        Attributes.cursor(response.lastEvaluatedKey()));
  }

  /** The index may lag, and may lack what the criterion asks for. */
  private Selection.Page query(
      Dataset dataset, Criterion criterion, TargetWay.ByIndex way, Optional<Cursor> after) {
    Projection keys = Projection.of(ProfileKeys.attributes(dataset));
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(dataset.table())
            .indexName(way.index())
            .keyConditionExpression("#wanted = :value")
            .projectionExpression(keys.expression())
            .expressionAttributeNames(joined(keys.names(), Map.of("#wanted", way.attribute())))
            .expressionAttributeValues(Map.of(":value", Attributes.write(way.value())))
            .limit(ProfileStore.KEYS_PER_LOOKUP);
    after.ifPresent(cursor -> query.exclusiveStartKey(Attributes.write(cursor.position())));
    QueryRequest request = query.build();
    QueryResponse response = AwsCall.of("DynamoDB Query", () -> client.query(request));
    return new Selection.Page(
        meeting(dataset, criterion, keys(dataset, response.items()).distinct().toList()),
        response.scannedCount(),
        Attributes.cursor(response.lastEvaluatedKey()));
  }

  /** Those of the keys whose profile meets it now. */
  private List<ProfileKey> meeting(Dataset dataset, Criterion criterion, List<ProfileKey> keys) {
    Projection projection =
        Projection.of(
            Stream.concat(ProfileKeys.attributes(dataset).stream(), criterion.attributes().stream())
                .distinct()
                .toList());
    List<ProfileKey> found = new ArrayList<>();
    List<Map<String, AttributeValue>> left =
        keys.stream().map(key -> Attributes.write(ProfileKeys.write(dataset, key))).toList();
    while (!left.isEmpty()) {
      BatchGetItemResponse response = read(dataset, projection, left);
      keys(dataset, meeting(dataset, criterion, response)).forEach(found::add);
      left = unprocessed(dataset, response, left.size());
    }
    return found;
  }

  private BatchGetItemResponse read(
      Dataset dataset, Projection projection, List<Map<String, AttributeValue>> keys) {
    KeysAndAttributes wanted =
        KeysAndAttributes.builder()
            .keys(keys)
            .consistentRead(true)
            .projectionExpression(projection.expression())
            .expressionAttributeNames(projection.names())
            .build();
    return AwsCall.of(
        "DynamoDB BatchGetItem",
        () -> client.batchGetItem(r -> r.requestItems(Map.of(dataset.table(), wanted))));
  }

  private static List<Map<String, AttributeValue>> meeting(
      Dataset dataset, Criterion criterion, BatchGetItemResponse response) {
    return response.responses().getOrDefault(dataset.table(), List.of()).stream()
        .filter(item -> criterion.meets(Attributes.readWhole(item)))
        .toList();
  }

  /** Too large an answer is cut; a table that processes nothing is to be asked later. */
  private static List<Map<String, AttributeValue>> unprocessed(
      Dataset dataset, BatchGetItemResponse response, int asked) {
    List<Map<String, AttributeValue>> left =
        Optional.ofNullable(response.unprocessedKeys().get(dataset.table())).stream()
            .flatMap(some -> some.keys().stream())
            .toList();
    if (left.size() == asked) {
      throw new ExpungeException.Retryable("DynamoDB BatchGetItem processed none", null);
    }
    return left;
  }

  private static Stream<ProfileKey> keys(Dataset dataset, List<Map<String, AttributeValue>> items) {
    return items.stream()
        .map(item -> Attributes.read(item, ProfileKeys.attributes(dataset)))
        .flatMap((Map<String, Value> item) -> ProfileKeys.read(dataset, item).stream());
  }

  private static Map<String, String> joined(Map<String, String> some, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }
}
