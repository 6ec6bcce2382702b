package expunge.local.tables;

import expunge.local.LocalProblem;
import expunge.local.tables.TableShape.IndexShape;
import expunge.local.tables.TableShape.KeyShape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Tables of DynamoDB; each is asked once, and once for its expiry. */
public final class DynamoTables implements Tables {
  private static final Set<TableStatus> UNUSABLE =
      Set.of(TableStatus.CREATING, TableStatus.DELETING);
  private static final Set<IndexStatus> INCOMPLETE =
      Set.of(IndexStatus.CREATING, IndexStatus.DELETING);
  private static final Set<TimeToLiveStatus> EXPIRING =
      Set.of(TimeToLiveStatus.ENABLED, TimeToLiveStatus.ENABLING);

  private final DynamoDbClient client;
  private final Map<String, Answer> known = new HashMap<>();
  private final Map<String, Expiry> expiries = new HashMap<>();

  public DynamoTables(DynamoDbClient client) {
    this.client = client;
  }

  @Override
  public Answer describe(String table) {
    return known.computeIfAbsent(table, this::ask);
  }

  private Answer ask(String table) {
    try {
      return new Answer.Found(shape(client.describeTable(r -> r.tableName(table)).table()));
    } catch (ResourceNotFoundException none) {
      return new Answer.Missing();
    } catch (DynamoDbException refused) {
      return new Answer.Refused(refused.awsErrorDetails().errorCode());
    } catch (SdkClientException unreachable) {
      throw nobodyToAsk(unreachable);
    }
  }

  @Override
  public Expiry expiry(String table) {
    return expiries.computeIfAbsent(table, this::askForExpiry);
  }

  private Expiry askForExpiry(String table) {
    try {
      TimeToLiveDescription there =
          client.describeTimeToLive(r -> r.tableName(table)).timeToLiveDescription();
      return EXPIRING.contains(there.timeToLiveStatus())
          ? new Expiry.By(there.attributeName())
          : new Expiry.Never();
    } catch (DynamoDbException refused) {
      return new Expiry.Refused(refused.awsErrorDetails().errorCode());
    } catch (SdkClientException unreachable) {
      throw nobodyToAsk(unreachable);
    }
  }

  private static LocalProblem nobodyToAsk(SdkClientException unreachable) {
    return new LocalProblem(
        "DynamoDB can't be asked (%s); set AWS_REGION and credentials, or AWS_ENDPOINT_URL_DYNAMODB."
            .formatted(unreachable.getMessage()));
  }

  private static TableShape shape(TableDescription table) {
    Map<String, String> types =
        table.attributeDefinitions().stream()
            .collect(
                Collectors.toMap(
                    AttributeDefinition::attributeName,
                    AttributeDefinition::attributeTypeAsString));
    Map<String, IndexShape> indexes = new HashMap<>();
    table
        .globalSecondaryIndexes()
        .forEach(
            index ->
                indexes.put(
                    index.indexName(),
                    new IndexShape(
                        key(index.keySchema(), types),
                        projected(index.projection()),
                        !INCOMPLETE.contains(index.indexStatus())
                            && !Boolean.TRUE.equals(index.backfilling()))));
    table
        .localSecondaryIndexes()
        .forEach(
            index ->
                indexes.put(
                    index.indexName(),
                    new IndexShape(
                        key(index.keySchema(), types), projected(index.projection()), true)));
    return new TableShape(
        key(table.keySchema(), types), indexes, !UNUSABLE.contains(table.tableStatus()));
  }

  /** The partition's attribute is always the first. */
  private static List<KeyShape> key(List<KeySchemaElement> schema, Map<String, String> types) {
    return schema.stream()
        .map(
            element ->
                new KeyShape(
                    element.attributeName(), types.getOrDefault(element.attributeName(), "")))
        .toList();
  }

  private static Optional<Set<String>> projected(Projection projection) {
    return projection.projectionType() == ProjectionType.ALL
        ? Optional.empty()
        : Optional.of(new HashSet<>(projection.nonKeyAttributes()));
  }
}
