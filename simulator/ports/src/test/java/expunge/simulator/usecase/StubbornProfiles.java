package expunge.simulator.usecase;

import expunge.dataset.Dataset;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import java.util.List;
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
  public List<ProfileKey> delete(Dataset dataset, List<ProfileKey> keys) {
    List<ProfileKey> left = unprocessed.apply(keys);
    List<ProfileKey> gone = keys.stream().filter(key -> !left.contains(key)).toList();
    profiles.delete(dataset, gone);
    return left;
  }
}
