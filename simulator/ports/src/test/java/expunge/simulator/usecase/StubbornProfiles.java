package expunge.simulator.usecase;

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
import java.util.function.UnaryOperator;

/**
 * A profile table that does not delete all it is asked to.
 *
 * @param unprocessed of the keys of a call, those that it leaves; it may throw instead
 */
record StubbornProfiles(ProfileStore profiles, UnaryOperator<List<ProfileKey>> unprocessed)
    implements ProfileStore {
  @Override
  public Lookup find(Dataset dataset, List<ProfileKey> keys) {
    return profiles.find(dataset, keys);
  }

  @Override
  public OptionalLong size(Dataset dataset) {
    return profiles.size(dataset);
  }

  @Override
  public Matching matching(
      Dataset dataset, Identifier identifier, String value, Optional<Cursor> after) {
    return profiles.matching(dataset, identifier, value, after);
  }

  @Override
  public Erased erase(Dataset dataset, DeletionType type, List<Target> targets) {
    List<ProfileKey> left = unprocessed.apply(targets.stream().map(Target::key).toList());
    List<Target> gone = targets.stream().filter(target -> !left.contains(target.key())).toList();
    return new Erased(left, profiles.erase(dataset, type, gone).refused());
  }

  @Override
  public Erased eraseAndSuppress(Dataset dataset, LastSeen profile, List<Entry> entries) {
    List<ProfileKey> left = unprocessed.apply(List.of(profile.key()));
    return left.isEmpty()
        ? profiles.eraseAndSuppress(dataset, profile, entries)
        : new Erased(left, List.of());
  }
}
