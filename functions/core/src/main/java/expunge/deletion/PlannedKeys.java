package expunge.deletion;

import expunge.batch.Plan;
import expunge.profile.ProfileKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The keys of a plan in the order in which they are deleted, each beside the place of its row. */
record PlannedKeys(List<Integer> rows, List<ProfileKey> keys) {
  static PlannedKeys of(Plan.ByKey plan, BatchFile file) {
    List<Integer> rows = new ArrayList<>();
    List<ProfileKey> keys = new ArrayList<>();
    file.keys()
        .forEach(
            (row, key) -> {
              if (plan.finds(row)) {
                rows.add(row);
                keys.add(key);
              }
            });
    return new PlannedKeys(rows, keys);
  }

  /** Those that are not among the first {@code done}. */
  List<ProfileKey> after(int done) {
    return keys.subList(done, keys.size());
  }

  /** Where the rows of {@code some} of them stand. */
  Set<Integer> rowsOf(Set<ProfileKey> some) {
    Set<Integer> places = new HashSet<>();
    for (int i = 0; i < keys.size(); i++) {
      if (some.contains(keys.get(i))) {
        places.add(rows.get(i));
      }
    }
    return places;
  }
}
