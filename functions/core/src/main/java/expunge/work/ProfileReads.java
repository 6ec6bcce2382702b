package expunge.work;

import expunge.dataset.Dataset;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.run.Deadline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads profiles by key, strongly consistent, as many as are asked for. */
public final class ProfileReads {
  private final ProfileStore profiles;
  private final Sending sending;

  /** Sends as {@code sending} does. */
  public ProfileReads(ProfileStore profiles, Sending sending) {
    this.profiles = profiles;
    this.sending = sending;
  }

  /**
   * Those of the keys that have a profile; empty where time ran out before all were answered.
   *
   * @throws expunge.run.ExpungeException.Permanent if the table refuses to be read
   */
  public Optional<Map<ProfileKey, Profile>> find(
      Dataset dataset, List<ProfileKey> keys, Deadline deadline) {
    Map<ProfileKey, Profile> found = new HashMap<>();
    Left<ProfileKey> left =
        sending.untilProcessed(
            keys,
            Sending.runsOf(ProfileStore.KEYS_PER_LOOKUP),
            deadline,
            part -> {
              ProfileStore.Lookup answer = profiles.find(dataset, part);
              synchronized (found) {
                answer.profiles().forEach(profile -> found.put(profile.key(), profile));
              }
              return answer.unprocessed();
            });
    if (left.refusal().isPresent()) {
      throw left.refusal().get();
    }
    return left.isEmpty() ? Optional.of(found) : Optional.empty();
  }
}
