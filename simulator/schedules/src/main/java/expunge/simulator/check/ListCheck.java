package expunge.simulator.check;

import expunge.dataset.DeletionType;
import expunge.dataset.Suppression;
import expunge.item.Value;
import expunge.simulator.MemorySystem;
import expunge.simulator.platform.Change;
import expunge.simulator.platform.World;
import expunge.simulator.scenario.Riches;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges the suppression list of a rich world: whoever was deleted is on it from that moment on,
 * with all that they were known by, and nobody is who was always there.
 */
final class ListCheck {
  private final World world;
  private final Riches riches;
  private final List<Violation> violations;
  private final Optional<Suppression> list;
  private final String key;

  ListCheck(World world, Riches riches, List<Violation> violations) {
    this.world = world;
    this.riches = riches;
    this.violations = violations;
    this.list =
        world
            .scenario()
            .dataset()
            .suppression()
            .filter(_ -> riches.type().name().equals(DeletionType.COMPLETE));
    this.key = world.scenario().dataset().key().attribute();
  }

  /** A task has just deleted this profile. */
  void deleted(Map<String, Value> profile) {
    if (list.isPresent() && !ids(profile).allMatch(this::isListed)) {
      violations.add(new Violation("P2", "somebody was deleted, and is not on the list"));
    }
  }

  /** What is wrong with the list when all is over. */
  List<Violation> atTheEnd() {
    Set<String> gone = list.isPresent() ? idsOfTheGone() : Set.of();
    return list.stream()
        .flatMap(one -> world.tables().all().all(one.table()).stream())
        .filter(entry -> !gone.contains(text(entry, "id")))
        .map(_ -> new Violation("P3", "somebody is on the list, and was never gone"))
        .toList();
  }

  /**
   * By which the gone were ever known before: whoever was found by one identifier, and was then
   * deleted by another, is entered with both.
   */
  private Set<String> idsOfTheGone() {
    Map<String, Set<String>> known = new HashMap<>();
    riches.profiles().forEach((id, item) -> known.put(id, new HashSet<>(idsOf(id, item))));
    Set<String> gone = new HashSet<>();
    for (Change change : world.tables().changes()) {
      if (change.table().equals(world.scenario().dataset().table())) {
        Map<String, Value> item = change.after().or(change::before).orElseThrow();
        String id = text(item, key);
        Set<String> before = known.computeIfAbsent(id, _ -> new HashSet<>());
        before.addAll(idsOf(id, item));
        if (change.after().isEmpty()) {
          gone.addAll(before);
        }
      }
    }
    return gone;
  }

  private Set<String> idsOf(String id, Map<String, Value> item) {
    Map<String, Value> whole = new HashMap<>(item);
    whole.put(key, new Value.Text(id));
    return Set.copyOf(ids(whole).toList());
  }

  private Stream<String> ids(Map<String, Value> profile) {
    return Stream.of(key, Riches.EMAIL)
        .filter(profile::containsKey)
        .map(kind -> Hash.of(MemorySystem.SECRET, "customers", kind, text(profile, kind)));
  }

  private boolean isListed(String id) {
    return world
        .tables()
        .all()
        .find(list.orElseThrow().table(), Map.of("id", new Value.Text(id)))
        .isPresent();
  }

  private static String text(Map<String, Value> item, String name) {
    return item.get(name) instanceof Value.Text(String text) ? text : "";
  }
}
