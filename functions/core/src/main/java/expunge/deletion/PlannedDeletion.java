package expunge.deletion;

import expunge.dataset.Dataset;
import expunge.deletion.ProfileCalls.Left;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

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
   * @param open the keys of which that is not known
   * @param refusal why it can't go on; empty where it is through, or time ran out
   */
  record Reached(int done, List<ProfileKey> open, Optional<ExpungeException.Permanent> refusal) {}

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
      Left left =
          paced(dataset, wave, deadline, (some, until) -> profiles.delete(dataset, some, until));
      if (!left.keys().isEmpty()) {
        int reached = done + firstOf(left.keys(), wave);
        return new Reached(reached, keys.subList(reached, keys.size()), left.refusal());
      }
      done += wave.size();
    }
    return new Reached(done, List.of(), Optional.empty());
  }

  /**
   * Tries every key from the one at {@code from} on once more, whatever becomes of the others:
   * first many to a call, then what is left one by one. It takes half the time there is, since the
   * table has to be read afterwards.
   *
   * @param keys all keys of the plan
   */
  Reached eachAlone(Dataset dataset, List<ProfileKey> keys, int from, Deadline deadline) {
    Deadline half = deadline.halfWayFrom(scheduler.now());
    List<ProfileKey> rest = keys.subList(from, keys.size());
    Left together = pass(dataset, rest, ProfileStore.KEYS_PER_DELETION, half);
    Left alone = pass(dataset, together.keys(), 1, half);
    int done = alone.keys().isEmpty() ? keys.size() : from;
    return new Reached(done, alone.keys(), alone.refusal());
  }

  private Left pass(Dataset dataset, List<ProfileKey> keys, int perCall, Deadline deadline) {
    int size = together(dataset, perCall);
    List<ProfileKey> left = new ArrayList<>();
    Optional<ExpungeException.Permanent> refusal = Optional.empty();
    for (int from = 0; from < keys.size(); from += size) {
      List<ProfileKey> wave = keys.subList(from, Math.min(keys.size(), from + size));
      Left ofWave =
          paced(
              dataset,
              wave,
              deadline,
              (some, until) -> profiles.deleteOnce(dataset, some, perCall, until));
      left.addAll(ofWave.keys());
      refusal = refusal.or(ofWave::refusal);
    }
    return new Left(left, refusal);
  }

  private int together(Dataset dataset, int perCall) {
    return pacer.together(dataset, profiles.inFlight() * perCall);
  }

  private Left paced(
      Dataset dataset,
      List<ProfileKey> wave,
      Deadline deadline,
      BiFunction<List<ProfileKey>, Deadline, Left> deletion) {
    Optional<Instant> start = pacer.reserve(dataset, wave.size(), deadline);
    if (start.isEmpty()) {
      return new Left(wave, Optional.empty());
    }
    scheduler.waitUntil(start.get());
    return deletion.apply(wave, deadline);
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
