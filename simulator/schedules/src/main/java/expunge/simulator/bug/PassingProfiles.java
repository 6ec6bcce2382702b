package expunge.simulator.bug;

import expunge.dataset.Dataset;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import java.util.List;
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
  public List<ProfileKey> delete(Dataset dataset, List<ProfileKey> keys) {
    return next.delete(dataset, keys);
  }

  @Override
  public OptionalLong size(Dataset dataset) {
    return next.size(dataset);
  }
}
