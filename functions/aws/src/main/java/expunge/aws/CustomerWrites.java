package expunge.aws;

import expunge.dataset.Dataset;
import expunge.dataset.LinkedTable;
import expunge.dataset.Segments;
import expunge.dataset.Segments.Source;
import expunge.imports.Activity;
import expunge.imports.ActivityItem;
import expunge.imports.Customer;
import expunge.imports.CustomerStore.Written;
import expunge.imports.Refusal;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import expunge.segment.SegmentItem;
import expunge.suppression.EntryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One transaction that writes customers, and what its refusal says of each. Each part of it has a
 * role: the activity, the profile, an entry of the suppression list, a membership, a segment.
 */
final class CustomerWrites {
  private static final String REFUSED = "ConditionalCheckFailed";
  private static final String JOINED_BY = "joinedBy";
  private static final String NO_ATTRIBUTE = "expunge sets nothing";

  /** DynamoDB's own, for one transaction. */
  private static final int MOST_ITEMS = 100;

  private final Dataset dataset;
  private final Instant now;
  private final Map<ProfileKey, Customer> customers = new LinkedHashMap<>();
  private final List<TransactWriteItem> items = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final Set<EntryId> entries = new HashSet<>();
  private final Set<String> segments = new HashSet<>();
  private final List<ProfileKey> waiting = new ArrayList<>();

  /** Of customers with different keys; whom the transaction has no room for waits. */
  CustomerWrites(Dataset dataset, List<Customer> wanted, Instant now) {
    this.dataset = dataset;
    this.now = now;
    for (Customer customer : wanted) {
      if (items.size() + mostItems(customer) <= MOST_ITEMS) {
        add(customer);
      } else {
        waiting.add(customer.key());
      }
    }
  }

  /** The feed, the profile, a membership and its segment. */
  private static int mostItems(Customer customer) {
    return 2 + customer.entries().size() + (customer.segment().isPresent() ? 2 : 0);
  }

  /** What one item of the transaction is for. */
  private sealed interface Part {
    record Feed(ProfileKey customer) implements Part {}

    record Stored(ProfileKey customer) implements Part {}

    record Suppressed(EntryId entry) implements Part {}

    record Joined() implements Part {}

    record Opened(String segment) implements Part {}
  }

  /** What goes into the transaction. */
  List<TransactWriteItem> items() {
    return List.copyOf(items);
  }

  private void add(Customer customer) {
    customers.put(customer.key(), customer);
    add(new Part.Feed(customer.key()), activity(customer));
    add(new Part.Stored(customer.key()), profile(customer));
    for (EntryId entry : customer.entries()) {
      if (entries.add(entry)) {
        add(new Part.Suppressed(entry), notSuppressed(entry));
      }
    }
    customer
        .segment()
        .ifPresent(
            segment -> {
              add(new Part.Joined(), membership(customer, segment));
              if (segments.add(segment)) {
                add(new Part.Opened(segment), open(segment));
              }
            });
  }

  private void add(Part part, TransactWriteItem item) {
    parts.add(part);
    items.add(item);
  }

  private TransactWriteItem activity(Customer customer) {
    LinkedTable feed = dataset.declaredImports().activities();
    Activity activity = customer.activity();
    Expression said = new Expression();
    said.setIfMissing(ActivityItem.ACTION, new Value.Text(activity.action()));
    said.setIfMissing(ActivityItem.ENDPOINT, new Value.Text(activity.endpoint()));
    said.setIfMissing(ActivityItem.TOUCHPOINT, new Value.Text(activity.touchpoint()));
    said.setIfMissing(ActivityItem.AT, new Value.Text(activity.at().toString()));
    said.setIfMissing(ActivityItem.TASK, new Value.Text(activity.task().value()));
    String lines = said.name(ActivityItem.LINES);
    String line = Integer.toString(activity.line());
    String one = said.value(AttributeValue.fromN(line));
    String set = said.value(AttributeValue.fromNs(List.of(line)));
    said.add(lines + " " + set);
    said.where("attribute_not_exists(" + lines + ") OR NOT contains(" + lines + ", " + one + ")");
    return said.update(
        feed.table(), Attributes.write(ActivityItem.key(feed, customer.key(), activity.task())));
  }

  private TransactWriteItem profile(Customer customer) {
    Expression stored = new Expression();
    customer.sets().forEach(stored::set);
    String key = stored.name(dataset.profiles().partition().attribute());
    List<String> same = new ArrayList<>(List.of("attribute_exists(" + key + ")"));
    customer
        .carries()
        .forEach(
            (name, value) ->
                same.add(stored.name(name) + " = " + stored.value(Attributes.write(value))));
    dataset
        .profiles()
        .protectedBy()
        .ifPresent(
            mark -> {
              String name = stored.name(mark);
              String no = stored.value(AttributeValue.fromBool(false));
              same.add("(attribute_not_exists(" + name + ") OR " + name + " = " + no + ")");
            });
    String there = String.join(" AND ", same);
    stored.where(customer.isNew() ? "attribute_not_exists(" + key + ") OR (" + there + ")" : there);
    return stored.update(
        dataset.table(), Attributes.write(ProfileKeys.write(dataset, customer.key())));
  }

  private TransactWriteItem notSuppressed(EntryId entry) {
    Expression none = new Expression();
    String until = none.name(SuppressionTable.EXPIRES_AT);
    String seconds = Long.toString(now.getEpochSecond());
    none.where(
        "attribute_not_exists(%s) OR %s <= %s"
            .formatted(until, until, none.value(AttributeValue.fromN(seconds))));
    return none.check(dataset.suppression().orElseThrow().table(), SuppressionTable.key(entry));
  }

  private TransactWriteItem membership(Customer customer, String segment) {
    Segments.Membership members = dataset.declaredSegments().members();
    Map<String, Value> key = new HashMap<>();
    key.put(members.segment().name(), new Value.Text(segment));
    key.put(
        members.table().link().attribute().attribute(),
        ProfileKeys.write(members.table().link().attribute(), customer.key()));
    Expression joined = new Expression();
    joined.setIfMissing(JOINED_BY, new Value.Text(customer.activity().task().value()));
    return joined.update(members.table().table(), Attributes.write(key));
  }

  private TransactWriteItem open(String segment) {
    Segments declared = dataset.declaredSegments();
    Expression open = new Expression();
    String id = open.name(SegmentItem.ID);
    String disabled = open.name(SegmentItem.DISABLED);
    String no = open.value(AttributeValue.fromBool(false));
    String source = open.name(SegmentItem.SOURCE);
    String members = open.value(AttributeValue.fromS(Source.MEMBERS.word()));
    String manual = open.value(AttributeValue.fromS(Source.MANUAL.word()));
    open.where(
        "attribute_exists(%s) AND (attribute_not_exists(%s) OR %s = %s)"
                .formatted(id, disabled, disabled, no)
            + " AND (attribute_not_exists(%s) OR %s IN (%s, %s))"
                .formatted(source, source, members, manual));
    return open.check(declared.table(), Attributes.write(SegmentItem.key(segment)));
  }

  /** Whether a condition of ours did not hold, whatever else there was. */
  boolean isRefused(List<CancellationReason> reasons) {
    return reasons.size() == parts.size()
        && reasons.stream().anyMatch(reason -> REFUSED.equals(reason.code()));
  }

  /** All that is in the transaction was written. */
  Written done() {
    return new Written(Map.of(), waiting, Set.of());
  }

  /** Nothing was written, for no fault of anybody here. */
  Written unprocessed() {
    List<ProfileKey> all = new ArrayList<>(customers.keySet());
    all.addAll(waiting);
    return new Written(Map.of(), all, Set.of());
  }

  /** What the refusal of the transaction says. */
  Written answer(List<CancellationReason> reasons) {
    Found found = new Found();
    for (int i = 0; i < parts.size(); i++) {
      if (REFUSED.equals(reasons.get(i).code())) {
        found.note(parts.get(i), reasons.get(i).item());
      }
    }
    Map<ProfileKey, Refusal> refused = new HashMap<>();
    List<ProfileKey> unprocessed = new ArrayList<>(waiting);
    Set<String> toOpen = new HashSet<>();
    for (Customer customer : customers.values()) {
      Optional<Refusal> refusal = found.refusal(customer);
      if (found.written.contains(customer.key())) {
        continue;
      }
      if (refusal.isPresent()) {
        refused.put(customer.key(), refusal.get());
      } else {
        unprocessed.add(customer.key());
        customer.segment().filter(found.missing::contains).ifPresent(toOpen::add);
      }
    }
    return new Written(refused, unprocessed, toOpen);
  }

  /** What conditions did not hold. */
  private final class Found {
    private final Set<ProfileKey> written = new HashSet<>();
    private final Map<ProfileKey, Refusal> profiles = new HashMap<>();
    private final Set<EntryId> standing = new HashSet<>();
    private final Set<String> barred = new HashSet<>();
    private final Set<String> missing = new HashSet<>();

    void note(Part part, Map<String, AttributeValue> item) {
      switch (part) {
        case Part.Feed(ProfileKey customer) -> written.add(customer);
        case Part.Stored(ProfileKey customer) ->
            profiles.put(customer, isProtected(item) ? Refusal.PROTECTED : Refusal.CHANGED);
        case Part.Suppressed(EntryId entry) -> standing.add(entry);
        case Part.Opened(String segment) -> (item.isEmpty() ? missing : barred).add(segment);
        case Part.Joined _ -> {
          // has no condition
        }
      }
    }

    private boolean isProtected(Map<String, AttributeValue> item) {
      return dataset
          .profiles()
          .protectedBy()
          .map(item::get)
          .filter(mark -> !Attributes.read(mark).equals(new Value.Flag(false)))
          .isPresent();
    }

    Optional<Refusal> refusal(Customer customer) {
      if (customer.entries().stream().anyMatch(standing::contains)) {
        return Optional.of(Refusal.SUPPRESSED);
      }
      return Optional.ofNullable(profiles.get(customer.key()))
          .or(() -> customer.segment().filter(barred::contains).map(_ -> Refusal.BARRED));
    }
  }

  /** An update or a check, whose names and values stand for attributes of any name. */
  private static final class Expression {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();
    private final List<String> assignments = new ArrayList<>();
    private String addition = "";
    private String condition = "";

    String name(String attribute) {
      String placeholder = "#n" + names.size();
      names.put(placeholder, attribute);
      return placeholder;
    }

    String value(AttributeValue value) {
      String placeholder = ":v" + values.size();
      values.put(placeholder, value);
      return placeholder;
    }

    void set(String attribute, Value value) {
      assignments.add(name(attribute) + " = " + value(Attributes.write(value)));
    }

    void setIfMissing(String attribute, Value value) {
      String name = name(attribute);
      assignments.add(
          name + " = if_not_exists(" + name + ", " + value(Attributes.write(value)) + ")");
    }

    void add(String what) {
      addition = " ADD " + what;
    }

    void where(String holds) {
      condition = holds;
    }

    TransactWriteItem update(String table, Map<String, AttributeValue> key) {
      String update = assignments.isEmpty() ? nothing() : "SET " + String.join(", ", assignments);
      return TransactWriteItem.builder()
          .update(
              u ->
                  u.tableName(table)
                      .key(key)
                      .updateExpression(update + addition)
                      .conditionExpression(condition.isEmpty() ? null : condition)
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(values.isEmpty() ? null : values)
                      .returnValuesOnConditionCheckFailure(
                          ReturnValuesOnConditionCheckFailure.ALL_OLD))
          .build();
    }

    /** In a transaction DynamoDB asks for an expression, though its emulator does not. */
    private String nothing() {
      return "REMOVE " + name(NO_ATTRIBUTE);
    }

    TransactWriteItem check(String table, Map<String, AttributeValue> key) {
      return TransactWriteItem.builder()
          .conditionCheck(
              c ->
                  c.tableName(table)
                      .key(key)
                      .conditionExpression(condition)
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(values)
                      .returnValuesOnConditionCheckFailure(
                          ReturnValuesOnConditionCheckFailure.ALL_OLD))
          .build();
    }
  }
}
