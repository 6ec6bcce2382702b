package expunge.simulator.bug;

import expunge.dataset.Dataset;
import expunge.profile.ProfileStore;
import java.util.OptionalLong;

/** Says the table's size as it is; a bug does the rest otherwise. */
abstract class PassingProfiles implements ProfileStore {
  private final ProfileStore next;

  PassingProfiles(ProfileStore next) {
    this.next = next;
  }

  @Override
  public OptionalLong size(Dataset dataset) {
    return next.size(dataset);
  }
}
