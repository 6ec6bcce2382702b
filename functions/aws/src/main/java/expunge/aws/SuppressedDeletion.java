package expunge.aws;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.item.Value;
import expunge.profile.LastSeen;
import expunge.profile.Profile;
import expunge.profile.ProfileKeys;
import expunge.run.Scheduler;
import expunge.suppression.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The transaction that deletes a profile and makes the entries of its identifiers. */
final class SuppressedDeletion {
  private static final String REFUSED = "ConditionalCheckFailed";

  private final DynamoDbClient client;
  private final Scheduler scheduler;

  SuppressedDeletion(DynamoDbClient client, Scheduler scheduler) {
    this.client = client;
    this.scheduler = scheduler;
  }

  /** Makes it; unprocessed where another transaction is in its way, as for a shared identifier. */
  Statements.Answer send(Dataset dataset, LastSeen profile, List<Entry> entries) {
    String table = dataset.suppression().orElseThrow().table();
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(TransactWriteItem.builder().delete(deletion(dataset, profile)).build());
    entries.forEach(entry -> writes.add(SuppressionTable.put(table, entry)));
    return AwsCall.of("DynamoDB TransactWriteItems", () -> send(writes));
  }

  private Statements.Answer send(List<TransactWriteItem> writes) {
    String token = scheduler.newId();
    try {
      client.transactWriteItems(r -> r.clientRequestToken(token).transactItems(writes));
      return new Statements.Answer.Done();
    } catch (TransactionCanceledException cancelled) {
      List<CancellationReason> reasons = cancelled.cancellationReasons();
      if (!reasons.isEmpty() && REFUSED.equals(reasons.getFirst().code())) {
        return new Statements.Answer.Refused(reasons.getFirst().item());
      }
      if (Contention.isContended(cancelled)) {
        return new Statements.Answer.Unprocessed();
      }
      throw cancelled;
    }
  }

  private static Delete deletion(Dataset dataset, LastSeen profile) {
    AsRead asRead = new AsRead(dataset);
    profile.asRead().ifPresent(asRead::was);
    return Delete.builder()
        .tableName(dataset.table())
        .key(Attributes.write(ProfileKeys.write(dataset, profile.key())))
        .conditionExpression(asRead.condition())
        .expressionAttributeNames(asRead.names)
        .expressionAttributeValues(asRead.values.isEmpty() ? null : asRead.values)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  /** That there is no such profile, or that it has the identifiers that it had. */
  private static final class AsRead {
    private final Dataset dataset;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    AsRead(Dataset dataset) {
      this.dataset = dataset;
      names.put("#key", dataset.profiles().partition().attribute());
    }

    String condition() {
      return conditions.isEmpty()
          ? "attribute_not_exists(#key)"
          : "attribute_not_exists(#key) OR (" + String.join(" AND ", conditions) + ")";
    }

    void was(Profile profile) {
      conditions.add("attribute_exists(#key)");
      for (Identifier identifier : dataset.identifiers()) {
        String attribute = identifier.attribute();
        had(attribute, Optional.ofNullable(profile.attributes().get(attribute)));
      }
      dataset.profiles().protectedBy().ifPresent(this::isNotProtectedBy);
    }

    private void had(String attribute, Optional<Value> value) {
      String name = name(attribute);
      conditions.add(
          value
              .map(known -> known instanceof Value.Other ? exists(name) : equal(name, known))
              .orElse("attribute_not_exists(" + name + ")"));
    }

    private void isNotProtectedBy(String mark) {
      String name = name(mark);
      conditions.add(
          "(attribute_not_exists(" + name + ") OR " + equal(name, new Value.Flag(false)) + ")");
    }

    private static String exists(String name) {
      return "attribute_exists(" + name + ")";
    }

    private String equal(String name, Value value) {
      String placeholder = ":v" + values.size();
      values.put(placeholder, Attributes.write(value));
      return name + " = " + placeholder;
    }

    private String name(String attribute) {
      String placeholder = "#n" + names.size();
      names.put(placeholder, attribute);
      return placeholder;
    }
  }
}
