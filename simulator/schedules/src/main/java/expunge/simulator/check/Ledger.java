package expunge.simulator.check;

import expunge.dataset.Dataset;
import expunge.item.Value;
import expunge.segment.SegmentItem;
import expunge.simulator.MemorySystem;
import expunge.simulator.platform.Change;
import expunge.simulator.platform.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;

/**
 * What stood in people's tables at one moment of a world's past, which goes on with each change.
 */
final class Ledger {
  private final Dataset dataset;
  private final Map<String, Map<String, Value>> profiles = new HashMap<>();
  private final Map<String, Map<String, Value>> segments = new HashMap<>();
  private final Map<Entry<String, String>, Map<String, Long>> owners = new HashMap<>();
  private final Set<String> entries = new HashSet<>();
  private final Set<Map<String, Value>> members = new HashSet<>();

  /** Before anything has happened. */
  Ledger(World world) {
    this.dataset = world.scenario().dataset();
    world.scenario().importing().orElseThrow().items().stream()
        .map(
            item ->
                new Change(
                    Past.BEFORE,
                    item.table(),
                    Optional.empty(),
                    Optional.of(item.item()),
                    Optional.empty()))
        .forEach(this::goOn);
  }

  /** A change happened. */
  void goOn(Change change) {
    Map<String, Value> item = change.after().or(change::before).orElseThrow();
    if (change.table().equals(dataset.table())) {
      put(profiles, Items.text(item, dataset.key().attribute()), change);
      own(Items.text(item, dataset.key().attribute()), change);
    } else if (change.table().equals(dataset.declaredSegments().table())) {
      put(segments, Items.text(item, SegmentItem.ID), change);
    } else if (change.table().equals(dataset.suppression().orElseThrow().table())) {
      entries.add(Items.text(item, "id"));
    } else if (change.table().equals(membersTable())) {
      members.remove(membership(item));
      change.after().ifPresent(after -> members.add(membership(after)));
    }
  }

  private static void put(Map<String, Map<String, Value>> items, String key, Change change) {
    items.remove(key);
    change.after().ifPresent(after -> items.put(key, after));
  }

  /** Since when each has which identifiers. */
  private void own(String key, Change change) {
    for (var identifier : dataset.identifiers()) {
      String name = identifier.name();
      String before = change.before().map(item -> Items.text(item, name)).orElse("");
      String after = change.after().map(item -> Items.text(item, name)).orElse("");
      if (!before.equals(after)) {
        owners.getOrDefault(Map.entry(name, before), new HashMap<>()).remove(key);
        owners.computeIfAbsent(Map.entry(name, after), _ -> new HashMap<>()).put(key, change.at());
      }
    }
  }

  private static Map<String, Value> membership(Map<String, Value> item) {
    Map<String, Value> key = new HashMap<>(item);
    key.keySet().retainAll(Set.of("customer", "segmentId"));
    return Map.copyOf(key);
  }

  String membersTable() {
    return dataset.declaredSegments().members().table().table();
  }

  String feedTable() {
    return dataset.declaredImports().activities().table();
  }

  Optional<Map<String, Value>> profile(String key) {
    return Optional.ofNullable(profiles.get(key));
  }

  /** Since when each profile that has an identifier has it, by keys. */
  Map<String, Long> owners(Entry<String, String> identifier) {
    return Map.copyOf(owners.getOrDefault(identifier, Map.of()));
  }

  /** Whether somebody who was known by it was deleted for good. */
  boolean isListed(String identifier, String value) {
    return entries.contains(Hash.of(MemorySystem.SECRET, dataset.name(), identifier, value));
  }

  /** Whether people may join a segment. */
  boolean takes(String segment) {
    return Optional.ofNullable(segments.get(segment))
        .filter(item -> !Items.isMarked(item, SegmentItem.DISABLED))
        .isPresent();
  }

  boolean isMember(String key, String segment) {
    return members.contains(
        Map.of("customer", new Value.Text(key), "segmentId", new Value.Text(segment)));
  }
}
