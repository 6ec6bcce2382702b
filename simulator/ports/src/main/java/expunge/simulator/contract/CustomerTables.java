package expunge.simulator.contract;

import expunge.dataset.Dataset;
import expunge.dataset.KeyAttribute;
import expunge.dataset.KeyType;
import expunge.dataset.LinkedTable;
import expunge.imports.Activity;
import expunge.imports.Customer;
import expunge.imports.CustomerStore.Written;
import expunge.item.Value;
import expunge.profile.LastSeen;
import expunge.profile.ProfileKey;
import expunge.simulator.Market;
import expunge.simulator.people.PeoplesTables;
import expunge.suppression.Entry;
import expunge.suppression.EntryId;
import expunge.suppression.SuppressionKey;
import expunge.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tables that an import writes, of a test's own. */
record CustomerTables(PeoplesTables tables, Dataset dataset) {
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final TaskId TASK = TaskId.derivedFrom("an import");

  private static final SuppressionKey KEY =
      SuppressionKey.of("a key that is as long as a key has to be");

  static CustomerTables make(PeoplesTables tables) {
    Dataset dataset = Market.dataset("market-" + UUID.randomUUID());
    CustomerTables made = new CustomerTables(tables, dataset);
    made.make(dataset.table(), dataset.key().name());
    made.make(dataset.suppression().orElseThrow().table(), "id");
    made.make(dataset.declaredSegments().table(), "segmentId");
    for (LinkedTable linked : dataset.linked()) {
      tables.make(linked.table(), linked.key(), Map.of());
    }
    return made;
  }

  private void make(String table, String key) {
    tables.make(table, List.of(new KeyAttribute(key, KeyType.TEXT)), Map.of());
  }

  Written write(Customer... customers) {
    return tables.customers().write(dataset, List.of(customers), NOW);
  }

  /** A new customer of the second line. */
  Customer customer(String key) {
    return new Customer(
        new ProfileKey(key),
        true,
        Map.of(),
        Map.of("name", new Value.Text("N")),
        Set.of(),
        Optional.empty(),
        activity(2));
  }

  /** A new customer with these identifiers. */
  Customer knownBy(String key, String... values) {
    Set<EntryId> entries =
        Arrays.stream(values).map(this::entry).collect(Collectors.toUnmodifiableSet());
    Customer one = customer(key);
    return new Customer(
        one.key(), true, Map.of(), one.sets(), entries, Optional.empty(), activity(2));
  }

  static Activity activity(int line) {
    return new Activity(TASK, line, "Came", "Fair", "Stand", NOW);
  }

  void put(String key, Map<String, Value> attributes) {
    Map<String, Value> item = new HashMap<>(attributes);
    item.put(dataset.key().attribute(), new Value.Text(key));
    tables.put(dataset.table(), item);
  }

  void putSegment(Map<String, Value> item) {
    tables.put(dataset.declaredSegments().table(), item);
  }

  /** The profile of a key without that; empty where there is none. */
  Optional<Map<String, Value>> profile(String key) {
    return tables.all(dataset.table()).stream()
        .filter(item -> new Value.Text(key).equals(item.get(dataset.key().attribute())))
        .findFirst()
        .map(
            item -> {
              Map<String, Value> rest = new HashMap<>(item);
              rest.remove(dataset.key().attribute());
              return rest;
            });
  }

  List<Map<String, Value>> feed() {
    return tables.all(dataset.declaredImports().activities().table());
  }

  List<Map<String, Value>> memberships() {
    return tables.all(dataset.declaredSegments().members().table().table());
  }

  List<Map<String, Value>> segments() {
    return tables.all(dataset.declaredSegments().table());
  }

  Map<ProfileKey, Set<Integer>> lines(String... keys) {
    return tables
        .customers()
        .linesWritten(dataset, TASK, Arrays.stream(keys).map(ProfileKey::new).toList());
  }

  EntryId entry(String value) {
    return KEY.entry(dataset, "email", value);
  }

  /** Enters a value in the suppression list until then. */
  void suppress(String value, Instant until) {
    Entry entry = new Entry(entry(value), dataset.name(), "email", TASK, NOW, until);
    LastSeen nobody = new LastSeen(new ProfileKey("nobody"), Optional.empty());
    tables.profiles().eraseAndSuppress(dataset, nobody, List.of(entry));
  }

  static Instant later() {
    return NOW.plus(Duration.ofDays(1));
  }
}
