package expunge.simulator.check;

import expunge.item.Value;
import expunge.simulator.platform.Change;
import expunge.simulator.platform.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What profiles were like, and when: a state lasts from its change to the next one. */
final class Past {
  /** Before the world began. */
  static final long BEFORE = Long.MIN_VALUE / 2;

  private final String key;
  private final Map<String, List<State>> states = new LinkedHashMap<>();

  /**
   * What a profile was like from a moment on.
   *
   * @param item empty where it was gone
   */
  record State(long at, Optional<Map<String, Value>> item) {}

  Past(World world) {
    String table = world.scenario().dataset().table();
    this.key = world.scenario().dataset().key().attribute();
    world.scenario().importing().orElseThrow().items().stream()
        .filter(item -> item.table().equals(table))
        .forEach(item -> add(item.item(), new State(BEFORE, Optional.of(item.item()))));
    for (Change change : world.tables().changes()) {
      if (change.table().equals(table)) {
        add(
            change.after().or(change::before).orElseThrow(),
            new State(change.at(), change.after()));
      }
    }
  }

  private void add(Map<String, Value> item, State state) {
    states.computeIfAbsent(Items.text(item, key), _ -> new ArrayList<>()).add(state);
  }

  /** Whose profile was at some time from {@code from} to before {@code to} as asked for. */
  Set<String> anyTime(long from, long to, Predicate<Map<String, Value>> asked) {
    Set<String> found = new TreeSet<>();
    states.forEach(
        (id, all) -> {
          if (between(all, from, to).stream()
              .anyMatch(state -> state.item().filter(asked).isPresent())) {
            found.add(id);
          }
        });
    return found;
  }

  /** Whose profile was all the time from {@code from} to before {@code to} as asked for. */
  Set<String> always(long from, long to, Predicate<Map<String, Value>> asked) {
    Set<String> found = new TreeSet<>();
    states.forEach(
        (id, all) -> {
          List<State> some = between(all, from, to);
          if (!some.isEmpty()
              && some.getFirst().at() <= from
              && some.stream().allMatch(state -> state.item().filter(asked).isPresent())) {
            found.add(id);
          }
        });
    return found;
  }

  /** Whether a profile became another between two moments, both inclusive. */
  boolean changed(String id, long from, long to) {
    return states.getOrDefault(id, List.of()).stream()
        .anyMatch(state -> state.at() >= from && state.at() <= to);
  }

  /** The states in effect then, also where they ended as it began. */
  private static List<State> between(List<State> all, long from, long to) {
    List<State> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean isOver = i + 1 < all.size() && all.get(i + 1).at() < from;
      if (!isOver && all.get(i).at() < to) {
        some.add(all.get(i));
      }
    }
    return some;
  }
}
