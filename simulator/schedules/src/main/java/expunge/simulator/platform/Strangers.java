package expunge.simulator.platform;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.LinkedTable;
import expunge.dataset.Suppression;
import expunge.item.Value;
import expunge.segment.SegmentItem;
import expunge.simulator.MemorySystem;
import expunge.simulator.timeline.Chance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What others do to people whose keys they don't know, and to segments. */
final class Strangers {
  private static final String EMAIL = "email";
  private static final Value FOR_LONG = new Value.Numeric("99999999999");
  private static final int PROFILE = 1;
  private static final int LATE = 2;

  private final World world;

  Strangers(World world) {
    this.world = world;
  }

  void alter(String email, String attribute, Optional<Value> value) {
    for (Map<String, Value> item : named(email)) {
      Map<String, Value> changed = new HashMap<>(item);
      changed.remove(attribute);
      value.ifPresent(now -> changed.put(attribute, now));
      world.tables().all().put(dataset().table(), changed);
    }
  }

  /** At two moments, or at one. */
  void forget(String email, long pause, long name) {
    for (Map<String, Value> item : named(email)) {
      Value key = item.getOrDefault(dataset().key().attribute(), new Value.Text(""));
      long person = Chance.mix(name, key.hashCode());
      removeLinked(key);
      if (pause == 0) {
        enterAndRemove(key);
      } else {
        long half = world.now() + pause / 2;
        world.timeline().at(half, Chance.mix(person, PROFILE), () -> enterAndRemove(key));
        long end = world.now() + pause;
        world.timeline().at(end, Chance.mix(person, LATE), () -> removeLate(key));
      }
    }
  }

  /** Somebody may have made the profile anew. */
  private void removeLate(Value key) {
    if (profile(key).isEmpty()) {
      removeLinked(key);
    }
  }

  private void removeLinked(Value key) {
    for (LinkedTable table : dataset().linked()) {
      world.tables().all().all(table.table()).stream()
          .filter(item -> key.equals(item.get(table.partition().name())))
          .forEach(item -> world.tables().all().remove(table.table(), item));
    }
  }

  private void enterAndRemove(Value key) {
    profile(key)
        .ifPresent(
            item -> {
              dataset().allIdentifiers().forEach(identifier -> enter(identifier, item));
              world.tables().all().remove(dataset().table(), item);
            });
  }

  private void enter(Identifier identifier, Map<String, Value> item) {
    Suppression list = dataset().suppression().orElseThrow();
    if (item.get(identifier.attribute()) instanceof Value.Text(String value)) {
      String id = MemorySystem.KEY.entry(dataset(), identifier.name(), value).hex();
      world
          .tables()
          .all()
          .put(list.table(), Map.of("id", new Value.Text(id), "expiresAt", FOR_LONG));
    }
  }

  private Optional<Map<String, Value>> profile(Value key) {
    return world.tables().all().find(dataset().table(), Map.of(dataset().key().attribute(), key));
  }

  void disable(String segment) {
    String table = dataset().declaredSegments().table();
    world
        .tables()
        .all()
        .find(table, SegmentItem.key(segment))
        .ifPresent(
            item -> {
              Map<String, Value> disabled = new HashMap<>(item);
              disabled.put(SegmentItem.DISABLED, new Value.Flag(true));
              world.tables().all().put(table, disabled);
            });
  }

  private List<Map<String, Value>> named(String email) {
    return world.tables().all().all(dataset().table()).stream()
        .filter(item -> new Value.Text(email).equals(item.get(EMAIL)))
        .toList();
  }

  private Dataset dataset() {
    return world.scenario().dataset();
  }
}
