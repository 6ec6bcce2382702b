package expunge.simulator.memory;

import expunge.dataset.Dataset;
import expunge.dataset.LinkedTable;
import expunge.dataset.Segments;
import expunge.dataset.Segments.Source;
import expunge.imports.Activity;
import expunge.imports.ActivityItem;
import expunge.imports.Customer;
import expunge.imports.CustomerStore;
import expunge.imports.Refusal;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import expunge.segment.Segment;
import expunge.segment.SegmentItem;
import expunge.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes customers into tables in memory, which have to exist. */
public final class MemoryCustomerStore implements CustomerStore {
  private static final String JOINED_BY = "joinedBy";
  private static final Set<Source> TAKING = Set.of(Source.MEMBERS, Source.MANUAL);

  private final MemoryTables tables;

  /** On these tables. */
  public MemoryCustomerStore(MemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Written write(Dataset dataset, List<Customer> customers, Instant now) {
    check(customers.stream().map(Customer::key).toList(), CUSTOMERS_PER_CALL);
    synchronized (tables) {
      List<Customer> open =
          customers.stream().filter(customer -> !isWritten(dataset, customer)).toList();
      Map<ProfileKey, Refusal> refused = new HashMap<>();
      Set<String> missing = new HashSet<>();
      for (Customer customer : open) {
        refusal(dataset, customer, now, missing).ifPresent(why -> refused.put(customer.key(), why));
      }
      if (refused.isEmpty() && missing.isEmpty()) {
        open.forEach(customer -> put(dataset, customer));
        return Written.ALL;
      }
      return new Written(
          refused,
          open.stream().map(Customer::key).filter(key -> !refused.containsKey(key)).toList(),
          missing);
    }
  }

  private boolean isWritten(Dataset dataset, Customer customer) {
    TaskId task = customer.activity().task();
    return lines(dataset, task, customer.key()).contains(customer.activity().line());
  }

  private Optional<Refusal> refusal(
      Dataset dataset, Customer customer, Instant now, Set<String> missing) {
    Optional<Map<String, Value>> profile =
        tables.find(dataset.table(), ProfileKeys.write(dataset, customer.key()));
    if (isSuppressed(dataset, customer, now)) {
      return Optional.of(Refusal.SUPPRESSED);
    }
    if (profile.filter(item -> isProtected(dataset, item)).isPresent()) {
      return Optional.of(Refusal.PROTECTED);
    }
    boolean isMeant =
        profile
            .map(item -> item.entrySet().containsAll(customer.carries().entrySet()))
            .orElse(customer.isNew());
    return isMeant ? barred(dataset, customer, missing) : Optional.of(Refusal.CHANGED);
  }

  private boolean isSuppressed(Dataset dataset, Customer customer, Instant now) {
    return dataset
        .suppression()
        .map(list -> new MemorySuppressionList(tables).standing(list, customer.entries(), now))
        .filter(standing -> !standing.isEmpty())
        .isPresent();
  }

  private static boolean isProtected(Dataset dataset, Map<String, Value> item) {
    return dataset
        .profiles()
        .protectedBy()
        .map(item::get)
        .filter(mark -> !mark.equals(new Value.Flag(false)))
        .isPresent();
  }

  private Optional<Refusal> barred(Dataset dataset, Customer customer, Set<String> missing) {
    if (customer.segment().isEmpty()) {
      return Optional.empty();
    }
    Segments declared = dataset.declaredSegments();
    Optional<Segment> segment =
        tables
            .find(declared.table(), SegmentItem.key(customer.segment().get()))
            .flatMap(item -> SegmentItem.read(item, declared));
    if (segment.isEmpty()) {
      missing.add(customer.segment().get());
    }
    return segment
        .filter(found -> found.disabled() || found.source().filter(TAKING::contains).isEmpty())
        .map(_ -> Refusal.BARRED);
  }

  private void put(Dataset dataset, Customer customer) {
    Map<String, Value> key = ProfileKeys.write(dataset, customer.key());
    Map<String, Value> profile = new HashMap<>(tables.find(dataset.table(), key).orElse(key));
    profile.putAll(customer.sets());
    tables.put(dataset.table(), profile);
    putActivity(dataset, customer.key(), customer.activity());
    customer.segment().ifPresent(segment -> join(dataset, segment, customer));
  }

  private void putActivity(Dataset dataset, ProfileKey customer, Activity activity) {
    LinkedTable feed = dataset.declaredImports().activities();
    Map<String, Value> key = ActivityItem.key(feed, customer, activity.task());
    Map<String, Value> item = new HashMap<>(key);
    item.put(ActivityItem.ACTION, new Value.Text(activity.action()));
    item.put(ActivityItem.ENDPOINT, new Value.Text(activity.endpoint()));
    item.put(ActivityItem.TOUCHPOINT, new Value.Text(activity.touchpoint()));
    item.put(ActivityItem.AT, new Value.Text(activity.at().toString()));
    item.put(ActivityItem.TASK, new Value.Text(activity.task().value()));
    item.putAll(tables.find(feed.table(), key).orElse(Map.of()));
    List<Value> lines = new ArrayList<>();
    if (item.get(ActivityItem.LINES) instanceof Value.Several(List<Value> before)) {
      lines.addAll(before);
    }
    lines.add(new Value.Numeric(Integer.toString(activity.line())));
    item.put(ActivityItem.LINES, new Value.Several(lines));
    tables.put(feed.table(), item);
  }

  private void join(Dataset dataset, String segment, Customer customer) {
    Segments.Membership members = dataset.declaredSegments().members();
    Map<String, Value> item = new HashMap<>();
    item.put(members.segment().name(), new Value.Text(segment));
    item.put(
        members.table().link().attribute().attribute(),
        ProfileKeys.write(members.table().link().attribute(), customer.key()));
    Map<String, Value> key = Map.copyOf(item);
    item.put(JOINED_BY, new Value.Text(customer.activity().task().value()));
    item.putAll(tables.find(members.table().table(), key).orElse(Map.of()));
    tables.put(members.table().table(), item);
  }

  @Override
  public void openSegment(Dataset dataset, String id) {
    synchronized (tables) {
      String table = dataset.declaredSegments().table();
      if (tables.find(table, SegmentItem.key(id)).isEmpty()) {
        tables.put(
            table,
            Map.of(
                SegmentItem.ID,
                new Value.Text(id),
                SegmentItem.NAME,
                new Value.Text(id),
                SegmentItem.SOURCE,
                new Value.Text(Source.MANUAL.word()),
                SegmentItem.DISABLED,
                new Value.Flag(false)));
      }
    }
  }

  @Override
  public Map<ProfileKey, Set<Integer>> linesWritten(
      Dataset dataset, TaskId task, List<ProfileKey> keys) {
    check(keys, ACTIVITIES_PER_CALL);
    Map<ProfileKey, Set<Integer>> written = new HashMap<>();
    for (ProfileKey key : keys) {
      Set<Integer> lines = lines(dataset, task, key);
      if (!lines.isEmpty()) {
        written.put(key, lines);
      }
    }
    return written;
  }

  private Set<Integer> lines(Dataset dataset, TaskId task, ProfileKey customer) {
    LinkedTable feed = dataset.declaredImports().activities();
    return tables
        .find(feed.table(), ActivityItem.key(feed, customer, task))
        .map(item -> item.get(ActivityItem.LINES))
        .map(MemoryCustomerStore::numbers)
        .orElse(Set.of());
  }

  private static Set<Integer> numbers(Value lines) {
    return lines instanceof Value.Several(List<Value> members)
        ? members.stream()
            .flatMap(line -> line.asText().stream())
            .map(Integer::valueOf)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static void check(List<ProfileKey> keys, int most) {
    if (keys.size() > most || Set.copyOf(keys).size() < keys.size()) {
      throw new IllegalArgumentException("too many keys for one request, or one is there twice");
    }
  }
}
