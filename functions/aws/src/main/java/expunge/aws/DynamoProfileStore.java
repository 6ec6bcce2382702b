package expunge.aws;

import expunge.dataset.Dataset;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Profile tables whose key is one attribute. Of a profile, nothing but its key is ever read. */
final class DynamoProfileStore implements ProfileStore {
  private static final String KEY = "#key";

  private final DynamoDbClient client;

  DynamoProfileStore(DynamoDbClient client) {
    this.client = client;
  }

  @Override
  public Lookup find(Dataset dataset, List<ProfileKey> keys) {
    check(dataset, keys, KEYS_PER_LOOKUP);
    if (keys.isEmpty()) {
      return new Lookup(Set.of(), List.of());
    }
    KeysAndAttributes wanted =
        KeysAndAttributes.builder()
            .keys(keys.stream().map(key -> item(dataset, key)).toList())
            .consistentRead(true)
            .projectionExpression(KEY)
            .expressionAttributeNames(Map.of(KEY, dataset.key().name()))
            .build();
    BatchGetItemResponse response =
        AwsCall.of(
            "DynamoDB BatchGetItem",
            () -> client.batchGetItem(r -> r.requestItems(Map.of(dataset.table(), wanted))));
    return lookup(dataset, response);
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
  public List<ProfileKey> delete(Dataset dataset, List<ProfileKey> keys) {
    check(dataset, keys, KEYS_PER_DELETION);
    if (keys.isEmpty()) {
      return List.of();
    }
    List<WriteRequest> deletions = keys.stream().map(key -> deletion(dataset, key)).toList();
    BatchWriteItemResponse response =
        AwsCall.of(
            "DynamoDB BatchWriteItem",
            () -> client.batchWriteItem(r -> r.requestItems(Map.of(dataset.table(), deletions))));
    return response.unprocessedItems().getOrDefault(dataset.table(), List.of()).stream()
        .map(request -> key(dataset, request.deleteRequest().key()))
        .toList();
  }

  private static Lookup lookup(Dataset dataset, BatchGetItemResponse response) {
    Set<ProfileKey> found =
        response.responses().getOrDefault(dataset.table(), List.of()).stream()
            .map(item -> key(dataset, item))
            .collect(Collectors.toSet());
    List<ProfileKey> unprocessed =
        Optional.ofNullable(response.unprocessedKeys().get(dataset.table())).stream()
            .flatMap(left -> left.keys().stream())
            .map(item -> key(dataset, item))
            .toList();
    return new Lookup(found, unprocessed);
  }

  private static WriteRequest deletion(Dataset dataset, ProfileKey key) {
    return WriteRequest.builder().deleteRequest(d -> d.key(item(dataset, key))).build();
  }

  private static Map<String, AttributeValue> item(Dataset dataset, ProfileKey key) {
    return Map.of(
        dataset.key().name(),
        switch (dataset.key().type()) {
          case TEXT -> AttributeValue.fromS(key.value());
          case NUMBER -> AttributeValue.fromN(key.value());
        });
  }

  private static String stored(Dataset dataset, ProfileKey key) {
    return switch (dataset.key().type()) {
      case TEXT -> key.value();
      case NUMBER -> canonical(key.value());
    };
  }

  private static ProfileKey key(Dataset dataset, Map<String, AttributeValue> item) {
    AttributeValue value = Objects.requireNonNull(item.get(dataset.key().name()));
    return new ProfileKey(
        switch (dataset.key().type()) {
          case TEXT -> value.s();
          case NUMBER -> canonical(value.n());
        });
  }

  /** DynamoDB compares numbers by their value, and promises no way of writing them. */
  private static String canonical(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  private static void check(Dataset dataset, List<ProfileKey> keys, int most) {
    if (keys.size() > most) {
      throw new IllegalArgumentException("more than " + most + " keys in one call");
    }
    if (keys.stream().map(key -> stored(dataset, key)).distinct().count() < keys.size()) {
      throw new IllegalArgumentException("a key is there twice");
    }
  }
}
