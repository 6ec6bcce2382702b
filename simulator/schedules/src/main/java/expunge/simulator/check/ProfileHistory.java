package expunge.simulator.check;

import expunge.item.Value;
import expunge.simulator.platform.Tables;
import expunge.simulator.scenario.Riches;
import expunge.task.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that profiles ever were, and who made them so. */
final class ProfileHistory {
  private final RichRules rules;
  private final boolean indexed;
  private final String keyAttribute;
  private final Map<String, List<Version>> versions = new LinkedHashMap<>();

  ProfileHistory(RichRules rules, Riches riches, String keyAttribute) {
    this.rules = rules;
    this.indexed = riches.byIndex();
    this.keyAttribute = keyAttribute;
    riches.profiles().forEach((key, attributes) -> begin(key, attributes));
  }

  /**
   * A profile from a moment on.
   *
   * @param item empty where there is none
   * @param by the task that made it so; empty where it was somebody else
   */
  private record Version(long from, Optional<Map<String, Value>> item, Optional<TaskId> by) {}

  private void begin(String key, Map<String, Value> attributes) {
    Map<String, Value> item = new HashMap<>(attributes);
    item.put(keyAttribute, new Value.Text(key));
    add(key, new Version(Long.MIN_VALUE, Optional.of(item), Optional.empty()));
  }

  private void add(String key, Version version) {
    versions.computeIfAbsent(key, _ -> new ArrayList<>()).add(version);
  }

  /** The key of a profile's item. */
  String key(Map<String, Value> item) {
    return item.get(keyAttribute) instanceof Value.Text(String text) ? text : "";
  }

  /** It became another. */
  void changed(long at, String key, Optional<Map<String, Value>> item, Optional<TaskId> by) {
    add(key, new Version(at, item, by));
  }

  /** Every identifier that it had without being protected, between two moments. */
  List<String> freeAs(String key, long from, long until) {
    List<String> names = new ArrayList<>();
    List<Version> all = versions.getOrDefault(key, List.of());
    for (int i = 0; i < all.size(); i++) {
      Optional<Map<String, Value>> item = all.get(i).item();
      boolean then = all.get(i).from() <= until && end(all, i) >= from;
      if (then && item.isPresent() && !RichRules.isHeld(item.get())) {
        names.add(rules.identifier(item.get()));
      }
    }
    return names;
  }

  /** What every profile that had the row's identifier had to do with it. */
  List<Stay> stays(Verdict row) {
    List<Stay> stays = new ArrayList<>();
    versions.forEach(
        (key, all) -> {
          Stay stay = stay(key, all, row);
          if (stay.any() || stay.touched() || stay.isRemoved()) {
            stays.add(stay);
          }
        });
    return stays;
  }

  private static long end(List<Version> all, int i) {
    return i + 1 < all.size() ? all.get(i + 1).from() : Long.MAX_VALUE;
  }

  private boolean carries(Version version, String name) {
    return version.item().isPresent() && rules.identifier(version.item().get()).equals(name);
  }

  private Stay stay(String key, List<Version> all, Verdict row) {
    Optional<Map<String, Value>> first = Optional.empty();
    boolean free = false;
    boolean held = false;
    boolean late = false;
    boolean touched = false;
    boolean lost = false;
    boolean remade = false;
    boolean kept = false;
    boolean bare = false;
    long removedAt = -1;
    long known = indexed ? row.begun() - Tables.LAG : row.begun();
    boolean before = false;
    for (int i = 0; i < all.size() && all.get(i).from() <= row.until(); i++) {
      Version version = all.get(i);
      boolean now = carries(version, row.key());
      boolean own = version.by().equals(Optional.of(row.task()));
      boolean since = version.from() >= row.begun();
      late |= now && !before && version.from() > known;
      touched |= since && !own && (now || before);
      lost |= since && !own && before && !now;
      held |= (free || held) && version.item().filter(RichRules::isHeld).isPresent();
      if (own && before) {
        removedAt = version.from();
        kept = now;
      }
      remade |= removedAt >= 0 && !own && version.item().isPresent();
      if (now && end(all, i) >= row.begun()) {
        Map<String, Value> item = version.item().orElseThrow();
        first = since ? first : version.item();
        held |= RichRules.isHeld(item);
        free |= !RichRules.isHeld(item);
        bare |= rules.isBare(item);
      }
      before = now;
    }
    return new Stay(key, first, free, held, late, touched, lost, removedAt, remade, kept, bare);
  }
}
