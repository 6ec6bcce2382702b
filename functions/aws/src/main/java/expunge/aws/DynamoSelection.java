package expunge.aws;

import expunge.criterion.Criterion;
import expunge.dataset.Dataset;
import expunge.dataset.Segments.Membership;
import expunge.item.Cursor;
import expunge.profile.ProfileKeys;
import expunge.selection.Lane;
import expunge.selection.Selection;
import expunge.selection.Selector;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Looks in the tables of people for whom a selector means. */
final class DynamoSelection implements Selection {
  /** So that little is in memory, and a page is read well within the time of a call. */
  private static final int RECORDS_PER_PAGE = 5_000;

  private final DynamoDbClient client;
  private final TargetPages targets;

  DynamoSelection(DynamoDbClient client) {
    this.client = client;
    this.targets = new TargetPages(client);
  }

  @Override
  public int lanes(Dataset dataset, Selector selector) {
    return switch (selector) {
      case Selector.Members _ -> 1;
      case Selector.Meeting(Criterion criterion) -> targets.lanes(dataset, criterion);
    };
  }

  @Override
  public Page page(Dataset dataset, Selector selector, Lane lane, Optional<Cursor> after) {
    return switch (selector) {
      case Selector.Members(String segment) ->
          members(dataset.declaredSegments().members(), segment, after);
      case Selector.Meeting(Criterion criterion) -> targets.page(dataset, criterion, lane, after);
    };
  }

  private Page members(Membership membership, String segment, Optional<Cursor> after) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(membership.table().table())
            .limit(RECORDS_PER_PAGE)
            .consistentRead(membership.index().isEmpty())
            .keyConditionExpression("#segment = :segment")
            .projectionExpression("#profile")
            .expressionAttributeNames(
                Map.of(
                    "#segment",
                    membership.segment().name(),
                    "#profile",
                    membership.table().link().attribute().attribute()))
            .expressionAttributeValues(Map.of(":segment", AttributeValue.fromS(segment)));
    membership.index().ifPresent(query::indexName);
    after.ifPresent(cursor -> query.exclusiveStartKey(Attributes.write(cursor.position())));
    QueryRequest request = query.build();
    QueryResponse response = AwsCall.of("DynamoDB Query", () -> client.query(request));
    return new Page(
        response.items().stream()
            .map(Attributes::read)
            .flatMap(item -> ProfileKeys.named(membership.table().link(), item).stream())
            .toList(),
        response.scannedCount(),
        Attributes.cursor(response.lastEvaluatedKey()));
  }
}
