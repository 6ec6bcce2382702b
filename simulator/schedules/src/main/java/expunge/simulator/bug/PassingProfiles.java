package expunge.simulator.bug;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.Identifier;
import expunge.item.Cursor;
import expunge.profile.LastSeen;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import expunge.suppression.Entry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Passes every call on; a bug overrides what it does otherwise. */
abstract class PassingProfiles implements ProfileStore {
  private final ProfileStore next;

  PassingProfiles(ProfileStore next) {
    this.next = next;
  }

  @Override
  public Lookup find(Dataset dataset, List<ProfileKey> keys) {
    return next.find(dataset, keys);
  }

  @Override
  public Matching matching(
      Dataset dataset, Identifier identifier, String value, Optional<Cursor> after) {
    return next.matching(dataset, identifier, value, after);
  }

  @Override
  public Erased erase(Dataset dataset, DeletionType type, List<Target> targets) {
    return next.erase(dataset, type, targets);
  }

  @Override
  public Erased eraseAndSuppress(Dataset dataset, LastSeen profile, List<Entry> entries) {
    return next.eraseAndSuppress(dataset, profile, entries);
  }

  @Override
  public OptionalLong size(Dataset dataset) {
    return next.size(dataset);
  }
}
