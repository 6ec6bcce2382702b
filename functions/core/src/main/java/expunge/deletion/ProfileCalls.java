package expunge.deletion;

import expunge.dataset.Dataset;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.run.Backoff;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sends keys to the profile table, several requests at once, and sends again only what was not
 * processed, with jittered waits, until the deadline.
 */
final class ProfileCalls {
  private final ProfileStore profiles;
  private final Scheduler scheduler;
  private final int inFlight;

  ProfileCalls(ProfileStore profiles, Scheduler scheduler, int inFlight) {
    this.profiles = profiles;
    this.scheduler = scheduler;
    this.inFlight = inFlight;
  }

  /** Which of the keys have a profile; empty where time ran out before all were answered. */
  Optional<Set<ProfileKey>> find(Dataset dataset, List<ProfileKey> keys, Deadline deadline) {
    Set<ProfileKey> found = new HashSet<>();
    boolean all =
        untilProcessed(
            keys,
            ProfileStore.KEYS_PER_LOOKUP,
            deadline,
            part -> {
              ProfileStore.Lookup answer = profiles.find(dataset, part);
              synchronized (found) {
                found.addAll(answer.found());
              }
              return answer.unprocessed();
            });
    return all ? Optional.of(found) : Optional.empty();
  }

  /** Whether all keys are acknowledged as deleted; false where time ran out before. */
  boolean delete(Dataset dataset, List<ProfileKey> keys, Deadline deadline) {
    return untilProcessed(
        keys, ProfileStore.KEYS_PER_DELETION, deadline, part -> profiles.delete(dataset, part));
  }

  /** The most keys of a deletion that are under way at once. */
  int deletionsInFlight() {
    return inFlight * ProfileStore.KEYS_PER_DELETION;
  }

  private boolean untilProcessed(
      List<ProfileKey> keys,
      int perCall,
      Deadline deadline,
      Function<List<ProfileKey>, List<ProfileKey>> call) {
    List<ProfileKey> left = keys;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      left =
          scheduler.runAll(calls(left, perCall, deadline, call), inFlight).stream()
              .flatMap(List::stream)
              .toList();
      if (!left.isEmpty() && !waitedInTime(attempt, deadline)) {
        return false;
      }
    }
    return true;
  }

  private List<Supplier<List<ProfileKey>>> calls(
      List<ProfileKey> keys,
      int perCall,
      Deadline deadline,
      Function<List<ProfileKey>, List<ProfileKey>> call) {
    List<Supplier<List<ProfileKey>>> calls = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += perCall) {
      List<ProfileKey> part = keys.subList(from, Math.min(keys.size(), from + perCall));
      calls.add(() -> deadline.allows(scheduler.now()) ? sent(part, call) : part);
    }
    return calls;
  }

  /** A call that was throttled as a whole, or got lost, has processed nothing that we know of. */
  private static List<ProfileKey> sent(
      List<ProfileKey> part, Function<List<ProfileKey>, List<ProfileKey>> call) {
    try {
      return call.apply(part);
    } catch (ExpungeException.Retryable again) {
      return part;
    }
  }

  private boolean waitedInTime(int attempt, Deadline deadline) {
    Instant next = Backoff.STANDARD.next(scheduler, attempt);
    if (!deadline.allows(next)) {
      return false;
    }
    scheduler.waitUntil(next);
    return true;
  }
}
