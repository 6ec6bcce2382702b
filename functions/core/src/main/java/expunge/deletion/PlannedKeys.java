package expunge.deletion;

import expunge.dataset.Identifier;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.profile.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The profiles of a plan in the order in which they are deleted, each beside the place of its row.
 */
record PlannedKeys(List<Integer> rows, List<Target> targets) {
  static PlannedKeys of(PlannedRows planned, BatchFile file) {
    List<Target> targets = new ArrayList<>();
    planned
        .rows()
        .forEach(
            (row, plan) ->
                plan.keys().forEach(key -> targets.add(new Target(key, carried(file, row)))));
    return new PlannedKeys(rowsOf(planned), targets);
  }

  /** The row of each profile, in the plan's order. */
  static List<Integer> rowsOf(PlannedRows planned) {
    List<Integer> rows = new ArrayList<>();
    planned
        .rows()
        .forEach((row, plan) -> rows.addAll(Collections.nCopies(plan.keys().size(), row)));
    return rows;
  }

  /** What a profile that was found by an index must still have. */
  private static Map<String, Value> carried(BatchFile file, int row) {
    Identifier identifier = file.identifier();
    String wanted = file.wanted().get(row);
    return identifier.index().isEmpty() || wanted == null
        ? Map.of()
        : Map.of(identifier.attribute(), identifier.stored(wanted));
  }

  int size() {
    return targets.size();
  }

  /** Those that are not among the first {@code done}. */
  List<Target> after(int done) {
    return targets.subList(done, targets.size());
  }

  /** The places of profiles in the plan's order. */
  Map<ProfileKey, Integer> places() {
    Map<ProfileKey, Integer> places = new HashMap<>();
    for (int i = 0; i < targets.size(); i++) {
      places.put(targets.get(i).key(), i);
    }
    return places;
  }
}
