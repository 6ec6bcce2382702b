package expunge.aws;

import expunge.dataset.Dataset;
import expunge.dataset.LinkedTable;
import expunge.dataset.Segments;
import expunge.imports.ActivityItem;
import expunge.imports.Customer;
import expunge.imports.CustomerStore;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import expunge.run.Scheduler;
import expunge.segment.SegmentItem;
import expunge.task.TaskId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Customers as {@link CustomerWrites}, several to a transaction. */
final class DynamoCustomerStore implements CustomerStore {
  private final DynamoDbClient client;
  private final Scheduler scheduler;
  private final BatchReads reads;

  DynamoCustomerStore(DynamoDbClient client, Scheduler scheduler) {
    this.client = client;
    this.scheduler = scheduler;
    this.reads = new BatchReads(client, scheduler);
  }

  @Override
  public Written write(Dataset dataset, List<Customer> customers, Instant now) {
    check(customers.stream().map(Customer::key).toList(), CUSTOMERS_PER_CALL);
    CustomerWrites writes = new CustomerWrites(dataset, customers, now);
    return customers.isEmpty()
        ? Written.ALL
        : AwsCall.of("DynamoDB TransactWriteItems", () -> send(writes));
  }

  private Written send(CustomerWrites writes) {
    // The SDK would roll dice of its own, which a snapshot may hold.
    String token = scheduler.newId();
    try {
      client.transactWriteItems(r -> r.clientRequestToken(token).transactItems(writes.items()));
      return writes.done();
    } catch (TransactionCanceledException cancelled) {
      if (writes.isRefused(cancelled.cancellationReasons())) {
        return writes.answer(cancelled.cancellationReasons());
      }
      if (Contention.isContended(cancelled)) {
        return writes.unprocessed();
      }
      throw cancelled;
    }
  }

  @Override
  public void openSegment(Dataset dataset, String id) {
    Segments declared = dataset.declaredSegments();
    ItemWriter segment =
        new ItemWriter()
            .text(SegmentItem.ID, id)
            .text(SegmentItem.NAME, id)
            .text(SegmentItem.SOURCE, Segments.Source.MANUAL.word())
            .value(SegmentItem.DISABLED, AttributeValue.fromBool(false));
    AwsCall.of(
        "DynamoDB PutItem",
        () -> new Contention(scheduler).outlast(() -> put(declared.table(), segment)));
  }

  private boolean put(String table, ItemWriter segment) {
    try {
      client.putItem(
          r ->
              r.tableName(table)
                  .item(segment.attributes())
                  .conditionExpression("attribute_not_exists(#segmentId)")
                  .expressionAttributeNames(Write.namesIn("#segmentId")));
      return true;
    } catch (ConditionalCheckFailedException there) {
      return false;
    }
  }

  @Override
  public Map<ProfileKey, Set<Integer>> linesWritten(
      Dataset dataset, TaskId task, List<ProfileKey> keys) {
    check(keys, ACTIVITIES_PER_CALL);
    LinkedTable feed = dataset.declaredImports().activities();
    Map<ProfileKey, Set<Integer>> written = new HashMap<>();
    reads.of(
        feed.table(),
        keys.stream().map(key -> Attributes.write(ActivityItem.key(feed, key, task))).toList(),
        item -> note(feed, item, written));
    return written;
  }

  private static void note(
      LinkedTable feed, Map<String, AttributeValue> item, Map<ProfileKey, Set<Integer>> written) {
    AttributeValue lines = item.get(ActivityItem.LINES);
    if (lines != null) {
      ProfileKey customer = ProfileKeys.named(feed.link(), Attributes.read(item)).orElseThrow();
      written.put(customer, lines.ns().stream().map(Integer::valueOf).collect(Collectors.toSet()));
    }
  }

  private static void check(List<ProfileKey> keys, int most) {
    if (keys.size() > most) {
      throw new IllegalArgumentException("more than " + most + " customers in one call");
    }
    if (keys.stream().distinct().count() < keys.size()) {
      throw new IllegalArgumentException("a customer is there twice");
    }
  }
}
