package expunge.simulator.bug;

import expunge.dataset.LinkedTable;
import expunge.item.Cursor;
import expunge.linked.LinkedRecord;
import expunge.linked.LinkedStore;
import expunge.profile.ProfileKey;
import java.util.List;
import java.util.Optional;

/** Passes every call on; a bug overrides what it does otherwise. */
abstract class PassingLinked implements LinkedStore {
  private final LinkedStore next;

  PassingLinked(LinkedStore next) {
    this.next = next;
  }

  @Override
  public Page find(LinkedTable table, ProfileKey profile, Optional<Cursor> after) {
    return next.find(table, profile, after);
  }

  @Override
  public List<LinkedRecord> treat(
      LinkedTable table, ProfileKey profile, List<LinkedRecord> records, String newId) {
    return next.treat(table, profile, records, newId);
  }
}
