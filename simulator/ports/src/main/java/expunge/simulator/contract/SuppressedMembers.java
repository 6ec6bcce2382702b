package expunge.simulator.contract;

import expunge.dataset.Dataset;
import expunge.dataset.KeyAttribute;
import expunge.dataset.KeyType;
import expunge.dataset.Suppression;
import expunge.item.Value;
import expunge.profile.LastSeen;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import expunge.profile.ProfileStore.Erased;
import expunge.simulator.people.Members;
import expunge.simulator.people.PeoplesTables;
import expunge.suppression.Entry;
import expunge.suppression.EntryId;
import expunge.suppression.Lifting;
import expunge.suppression.SuppressionKey;
import expunge.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A table of profiles with a suppression list, both of a test's own. */
record SuppressedMembers(PeoplesTables tables, Dataset dataset) {
  /** How long an entry counts. */
  static final Duration KEEP = Duration.ofDays(400);

  private static final SuppressionKey KEY =
      SuppressionKey.of("a key that is as long as a key has to be");

  static SuppressedMembers make(PeoplesTables tables, KeyType type) {
    SuppressedMembers members = withoutList(tables, type);
    tables.make(members.list().table(), List.of(new KeyAttribute("id", KeyType.TEXT)), Map.of());
    return members;
  }

  /** With a list that is only declared. */
  static SuppressedMembers withoutList(PeoplesTables tables) {
    return withoutList(tables, KeyType.TEXT);
  }

  private static SuppressedMembers withoutList(PeoplesTables tables, KeyType type) {
    String name = "members-" + UUID.randomUUID();
    Dataset dataset =
        Members.dataset(name, type).suppressing(new Suppression("suppressed-" + name, KEEP));
    Members.make(tables, dataset);
    return new SuppressedMembers(tables, dataset);
  }

  /** The entry of a value, of whatever kind. */
  static EntryId id(String value) {
    return KEY.entry(Members.dataset("any", KeyType.TEXT), "id", value);
  }

  void put(String id, Map<String, Value> attributes) {
    tables.put(dataset.table(), Members.profile(dataset, id, attributes));
  }

  /** The ids of all profiles. */
  List<String> ids() {
    return tables.all(dataset.table()).stream()
        .flatMap(item -> ProfileKeys.read(dataset, item).stream())
        .map(ProfileKey::value)
        .toList();
  }

  Erased erase(LastSeen profile, String... values) {
    return eraseAt(SuppressionContract.NOW, profile, values);
  }

  Erased eraseAt(Instant now, LastSeen profile, String... values) {
    TaskId task = TaskId.derivedFrom("task");
    List<Entry> entries =
        Arrays.stream(values)
            .map(value -> new Entry(id(value), "members", "id", task, now, now.plus(KEEP)))
            .toList();
    return tables.profiles().eraseAndSuppress(dataset, profile, entries);
  }

  /** Those of the values whose entries count. */
  Set<String> standing(Instant now, String... values) {
    Set<EntryId> ids = Arrays.stream(values).map(SuppressedMembers::id).collect(Collectors.toSet());
    Set<EntryId> standing = tables.suppressions().standing(list(), ids, now);
    return Arrays.stream(values)
        .filter(value -> standing.contains(id(value)))
        .collect(Collectors.toSet());
  }

  boolean lift(Lifting lifting) {
    return tables.suppressions().lift(list(), lifting);
  }

  /** What is kept of liftings. */
  List<Map<String, Value>> records() {
    return tables.all(list().table()).stream()
        .filter(item -> Optional.ofNullable(item.get("by")).isPresent())
        .toList();
  }

  private Suppression list() {
    return dataset.suppression().orElseThrow();
  }
}
