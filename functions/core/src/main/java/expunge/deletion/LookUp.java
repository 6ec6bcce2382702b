package expunge.deletion;

import expunge.dataset.Dataset;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.run.Deadline;
import expunge.work.ProfileReads;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Finds out which profiles the rows of a batch mean. */
final class LookUp {
  private final ProfileReads reads;
  private final IndexedLookUp indexed;

  LookUp(ProfileReads reads, IndexedLookUp indexed) {
    this.reads = reads;
    this.indexed = indexed;
  }

  /**
   * Looks every row up; empty where time ran out before all were answered.
   *
   * @throws expunge.run.ExpungeException.Permanent if the table refuses to be read
   */
  Optional<PlannedRows> of(Dataset dataset, BatchFile file, Deadline deadline) {
    return file.identifier().index().isPresent()
        ? indexed.of(dataset, file, deadline)
        : byKey(dataset, file, deadline);
  }

  private Optional<PlannedRows> byKey(Dataset dataset, BatchFile file, Deadline deadline) {
    List<ProfileKey> keys = file.wanted().values().stream().map(BatchFile::key).toList();
    return reads.find(dataset, keys, deadline).map(found -> byKey(file, found));
  }

  private static PlannedRows byKey(BatchFile file, Map<ProfileKey, Profile> found) {
    SequencedMap<Integer, RowPlan> rows = new TreeMap<>();
    file.wanted().forEach((row, value) -> rows.put(row, plan(BatchFile.key(value), found)));
    return new PlannedRows(rows);
  }

  private static RowPlan plan(ProfileKey key, Map<ProfileKey, Profile> found) {
    Profile profile = found.get(key);
    if (profile == null) {
      return RowPlan.NOT_FOUND;
    }
    return profile.isProtected() ? RowPlan.held(1) : RowPlan.found(List.of(key), 0);
  }
}
