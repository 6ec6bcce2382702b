package expunge.aws;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.Identifier;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.profile.LastSeen;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import expunge.profile.ProfilePages;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import expunge.run.Scheduler;
import expunge.suppression.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Profile tables. Of a profile, nothing is read but its key and what the declaration asks for.
 * Where nothing but its key says which profile it is, and none is protected, profiles are deleted
 * without a condition, which costs no more than the delete.
 */
final class DynamoProfileStore implements ProfileStore, ProfilePages {
  private final DynamoDbClient client;
  private final Statements statements;
  private final SuppressedDeletion suppressing;

  DynamoProfileStore(DynamoDbClient client, Scheduler scheduler) {
    this.client = client;
    this.statements = new Statements(client);
    this.suppressing = new SuppressedDeletion(client, scheduler);
  }

  @Override
  public Lookup find(Dataset dataset, List<ProfileKey> keys) {
    check(dataset, keys, KEYS_PER_LOOKUP);
    if (keys.isEmpty()) {
      return new Lookup(List.of(), List.of());
    }
    Projection projection = Projection.of(readAttributes(dataset).toList());
    KeysAndAttributes wanted =
        KeysAndAttributes.builder()
            .keys(keys.stream().map(key -> item(dataset, key)).toList())
            .consistentRead(true)
            .projectionExpression(projection.expression())
            .expressionAttributeNames(projection.names())
            .build();
    BatchGetItemResponse response =
        AwsCall.of(
            "DynamoDB BatchGetItem",
            () -> client.batchGetItem(r -> r.requestItems(Map.of(dataset.table(), wanted))));
    return lookup(dataset, response);
  }

  @Override
  public Matching matching(
      Dataset dataset, Identifier identifier, String value, Optional<Cursor> after) {
    Projection keys = Projection.of(keyAttributes(dataset).toList());
    Map<String, String> names = new HashMap<>(keys.names());
    names.put("#wanted", identifier.attribute());
    QueryResponse response =
        AwsCall.of(
            "DynamoDB Query",
            () ->
                client.query(
                    r -> {
                      r.tableName(dataset.table())
                          .indexName(identifier.index().orElseThrow().name())
                          .keyConditionExpression("#wanted = :value")
                          .projectionExpression(keys.expression())
                          .expressionAttributeNames(names)
                          .expressionAttributeValues(
                              Map.of(":value", Attributes.write(identifier.stored(value))));
                      after.ifPresent(
                          cursor -> r.exclusiveStartKey(Attributes.write(cursor.position())));
                    }));
    return new Matching(
        response.items().stream()
            .flatMap(item -> ProfileKeys.read(dataset, Attributes.read(item)).stream())
            .toList(),
        Attributes.cursor(response.lastEvaluatedKey()));
  }

  @Override
  public Page page(Dataset dataset, Optional<Cursor> after, int limit) {
    Projection projection = Projection.of(readAttributes(dataset).toList());
    ScanResponse response =
        AwsCall.of(
            "DynamoDB Scan",
            () ->
                client.scan(
                    r -> {
                      r.tableName(dataset.table())
                          .limit(limit)
                          .projectionExpression(projection.expression())
                          .expressionAttributeNames(projection.names());
                      after.ifPresent(
                          cursor -> r.exclusiveStartKey(Attributes.write(cursor.position())));
                    }));
    return new Page(
        response.items().stream()
            .filter(item -> isProfile(dataset, item))
            .map(item -> profile(dataset, item))
            .toList(),
        Attributes.cursor(response.lastEvaluatedKey()));
  }

  private static boolean isProfile(Dataset dataset, Map<String, AttributeValue> item) {
    return ProfileKeys.read(dataset, Attributes.read(item, keyAttributes(dataset).toList()))
        .isPresent();
  }

  @Override
  public OptionalLong size(Dataset dataset) {
    long counted =
        AwsCall.of(
            "DynamoDB DescribeTable",
            () -> client.describeTable(r -> r.tableName(dataset.table())).table().itemCount());
    return counted == 0 ? OptionalLong.empty() : OptionalLong.of(counted);
  }

  @Override
  public Erased erase(Dataset dataset, DeletionType type, List<Target> targets) {
    check(dataset, targets.stream().map(Target::key).toList(), TARGETS_PER_CALL);
    if (targets.isEmpty()) {
      return Erased.ALL;
    }
    return type instanceof DeletionType.Complete && isUnconditional(dataset, targets)
        ? new Erased(delete(dataset, targets), List.of())
        : eraseWhere(dataset, type, targets);
  }

  @Override
  public Erased eraseAndSuppress(Dataset dataset, LastSeen profile, List<Entry> entries) {
    return switch (suppressing.send(dataset, profile, entries)) {
      case Statements.Answer.Done _ -> Erased.ALL;
      case Statements.Answer.Unprocessed _ -> new Erased(List.of(profile.key()), List.of());
      case Statements.Answer.Refused(Map<String, AttributeValue> item) ->
          new Erased(List.of(), List.of(profile(dataset, item)));
    };
  }

  private static boolean isUnconditional(Dataset dataset, List<Target> targets) {
    return dataset.profiles().protectedBy().isEmpty()
        && targets.stream().allMatch(target -> target.carries().isEmpty());
  }

  private List<ProfileKey> delete(Dataset dataset, List<Target> targets) {
    List<WriteRequest> deletions =
        targets.stream().map(target -> deletion(dataset, target.key())).toList();
    BatchWriteItemResponse response =
        AwsCall.of(
            "DynamoDB BatchWriteItem",
            () -> client.batchWriteItem(r -> r.requestItems(Map.of(dataset.table(), deletions))));
    return response.unprocessedItems().getOrDefault(dataset.table(), List.of()).stream()
        .map(request -> key(dataset, request.deleteRequest().key()))
        .toList();
  }

  private Erased eraseWhere(Dataset dataset, DeletionType type, List<Target> targets) {
    List<ProfileKey> unprocessed = new ArrayList<>();
    List<Profile> refused = new ArrayList<>();
    List<Statements.Answer> answers =
        statements.send(targets.stream().map(one -> statement(dataset, type, one)).toList());
    for (int i = 0; i < targets.size(); i++) {
      switch (answers.get(i)) {
        case Statements.Answer.Done _ -> {
          // erased, or there is no such profile
        }
        case Statements.Answer.Unprocessed _ -> unprocessed.add(targets.get(i).key());
        case Statements.Answer.Refused(Map<String, AttributeValue> item) when item.isEmpty() -> {
          // attributes can't be taken from a profile that is not there
        }
        case Statements.Answer.Refused(Map<String, AttributeValue> item) ->
            refused.add(profile(dataset, item));
      }
    }
    return new Erased(unprocessed, refused);
  }

  private static Statement statement(Dataset dataset, DeletionType type, Target target) {
    Statement statement =
        switch (type) {
          case DeletionType.Complete _ -> Statement.delete(dataset.table());
          case DeletionType.RemoveAttributes some ->
              Statement.update(dataset.table()).remove(some.attributes());
        };
    statement.where(ProfileKeys.write(dataset, target.key())).where(target.carries());
    dataset
        .profiles()
        .protectedBy()
        .ifPresent(mark -> statement.andMissingOr(mark, new Value.Flag(false)));
    return statement;
  }

  private static Lookup lookup(Dataset dataset, BatchGetItemResponse response) {
    List<Profile> found =
        response.responses().getOrDefault(dataset.table(), List.of()).stream()
            .map(item -> profile(dataset, item))
            .toList();
    List<ProfileKey> unprocessed =
        Optional.ofNullable(response.unprocessedKeys().get(dataset.table())).stream()
            .flatMap(left -> left.keys().stream())
            .map(item -> key(dataset, item))
            .toList();
    return new Lookup(found, unprocessed);
  }

  private static Profile profile(Dataset dataset, Map<String, AttributeValue> item) {
    boolean isProtected =
        dataset
            .profiles()
            .protectedBy()
            .map(item::get)
            .filter(mark -> !Attributes.read(mark).equals(new Value.Flag(false)))
            .isPresent();
    return new Profile(
        key(dataset, item), isProtected, Attributes.read(item, dataset.attributesOfInterest()));
  }

  private static WriteRequest deletion(Dataset dataset, ProfileKey key) {
    return WriteRequest.builder().deleteRequest(d -> d.key(item(dataset, key))).build();
  }

  private static Map<String, AttributeValue> item(Dataset dataset, ProfileKey key) {
    return Attributes.write(ProfileKeys.write(dataset, key));
  }

  private static ProfileKey key(Dataset dataset, Map<String, AttributeValue> item) {
    return ProfileKeys.read(dataset, Attributes.read(item, keyAttributes(dataset).toList()))
        .orElseThrow();
  }

  private static Stream<String> keyAttributes(Dataset dataset) {
    return ProfileKeys.attributes(dataset).stream();
  }

  private static Stream<String> readAttributes(Dataset dataset) {
    return Stream.of(
            keyAttributes(dataset),
            dataset.attributesOfInterest().stream(),
            dataset.profiles().protectedBy().stream())
        .flatMap(names -> names)
        .distinct();
  }

  private static void check(Dataset dataset, List<ProfileKey> keys, int most) {
    if (keys.size() > most) {
      throw new IllegalArgumentException("more than " + most + " keys in one call");
    }
    if (keys.stream().map(key -> ProfileKeys.write(dataset, key)).distinct().count()
        < keys.size()) {
      throw new IllegalArgumentException("a key is there twice");
    }
  }
}
