package expunge.deletion;

import expunge.dataset.Dataset;
import expunge.deletion.ProfileCalls.Left;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Deletes the profiles of a plan, wave by wave, below the ceiling of writes. */
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
   * Deletes in the plan's order from the key at {@code from} on, and stops where it can't go on, so
   * that how far it has come is one number.
   *
   * @param keys all keys of the plan
   */
  Reached inOrder(Dataset dataset, List<ProfileKey> keys, int from, Deadline deadline) {
    int size = together(dataset, ProfileStore.KEYS_PER_DELETION);
    int done = from;
    while (done < keys.size()) {
      List<ProfileKey> wave = keys.subList(done, Math.min(keys.size(), done + size));
      Left left = paced(dataset, wave, ProfileStore.KEYS_PER_DELETION, deadline);
      if (!left.keys().isEmpty()) {
        return new Reached(done + firstOf(left.keys(), wave), left.refusal());
      }
      done += wave.size();
    }
    return new Reached(done, Optional.empty());
  }

  /**
   * Tries every key once more, whatever becomes of the others: first many to a call, then what is
   * left one by one.
   *
   * @return what is left; of that, unsent is what has not had a call of its own
   */
  Left eachAlone(Dataset dataset, List<ProfileKey> keys, Deadline deadline) {
    Deadline half = deadline.halfWayFrom(scheduler.now()); // or some would never come to their own
    Left together = pass(dataset, keys, ProfileStore.KEYS_PER_DELETION, half);
    return pass(dataset, together.keys(), 1, deadline);
  }

  private Left pass(Dataset dataset, List<ProfileKey> keys, int perCall, Deadline deadline) {
    int size = together(dataset, perCall);
    Left left = Left.NOTHING;
    for (int from = 0; from < keys.size(); from += size) {
      List<ProfileKey> wave = keys.subList(from, Math.min(keys.size(), from + size));
      left = left.and(paced(dataset, wave, perCall, deadline));
    }
    return left;
  }

  private int together(Dataset dataset, int perCall) {
    return pacer.together(dataset, profiles.inFlight() * perCall);
  }

  private Left paced(Dataset dataset, List<ProfileKey> wave, int perCall, Deadline deadline) {
    Optional<Instant> start = pacer.reserve(dataset, wave.size(), deadline);
    if (start.isEmpty()) {
      return Left.unsent(wave);
    }
    scheduler.waitUntil(start.get());
    return profiles.delete(dataset, wave, perCall, deadline);
  }

  private static int firstOf(List<ProfileKey> some, List<ProfileKey> wave) {
    Set<ProfileKey> searched = Set.copyOf(some);
    int place = 0;
    while (!searched.contains(wave.get(place))) {
      place++;
    }
    return place;
  }
}
