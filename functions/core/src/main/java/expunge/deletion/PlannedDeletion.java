package expunge.deletion;

import expunge.dataset.Dataset;
import expunge.profile.ProfileKey;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Deletes the profiles of a plan in its order, wave by wave, so that how far it has come is one
 * number.
 */
final class PlannedDeletion {
  private final ProfileCalls profiles;
  private final Pacer pacer;
  private final Scheduler scheduler;

  PlannedDeletion(ProfileCalls profiles, Pacer pacer, Scheduler scheduler) {
    this.profiles = profiles;
    this.pacer = pacer;
    this.scheduler = scheduler;
  }

  /**
   * How far it came.
   *
   * @param done how many keys, from the first, are acknowledged as deleted
   * @param refusal why it can't go on; empty where it is through, or time ran out
   */
  record Reached(int done, Optional<ExpungeException.Permanent> refusal) {}

  /**
   * Deletes from the key at {@code from} on, as far as it gets before the deadline.
   *
   * @param keys all keys of the plan
   */
  Reached run(Dataset dataset, List<ProfileKey> keys, int from, Deadline deadline) {
    int size = pacer.together(dataset, profiles.deletionsInFlight());
    int done = from;
    try {
      while (done < keys.size()) {
        List<ProfileKey> wave = keys.subList(done, Math.min(keys.size(), done + size));
        if (!delete(dataset, wave, deadline)) {
          return new Reached(done, Optional.empty());
        }
        done += wave.size();
      }
      return new Reached(done, Optional.empty());
    } catch (ExpungeException.Permanent refused) {
      return new Reached(done, Optional.of(refused));
    }
  }

  private boolean delete(Dataset dataset, List<ProfileKey> wave, Deadline deadline) {
    Instant start = pacer.reserve(dataset, wave.size());
    if (!deadline.allows(start)) {
      return false;
    }
    scheduler.waitUntil(start);
    return profiles.delete(dataset, wave, deadline);
  }
}
