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

  /**
   * What was not acknowledged.
   *
   * @param keys in no particular order; empty where everything was
   * @param refusal of one of the calls; empty where there was none, and time ran out
   */
  record Left(List<ProfileKey> keys, Optional<ExpungeException.Permanent> refusal) {
    private static Left of(List<ProfileKey> keys) {
      return new Left(keys, Optional.empty());
    }

    private static Left all(List<Left> parts) {
      return new Left(
          parts.stream().flatMap(part -> part.keys.stream()).toList(),
          parts.stream().flatMap(part -> part.refusal.stream()).findFirst());
    }
  }

  /**
   * Which of the keys have a profile; empty where time ran out before all were answered.
   *
   * @throws ExpungeException.Permanent if the table refuses to be read
   */
  Optional<Set<ProfileKey>> find(Dataset dataset, List<ProfileKey> keys, Deadline deadline) {
    Set<ProfileKey> found = new HashSet<>();
    Left left =
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
    if (left.refusal().isPresent()) {
      throw left.refusal().get();
    }
    return left.keys().isEmpty() ? Optional.of(found) : Optional.empty();
  }

  /** Deletes until all are acknowledged, the table refuses a call, or time runs out. */
  Left delete(Dataset dataset, List<ProfileKey> keys, Deadline deadline) {
    return untilProcessed(
        keys, ProfileStore.KEYS_PER_DELETION, deadline, part -> profiles.delete(dataset, part));
  }

  /** Deletes with one call for each {@code perCall} keys, none of which keeps the others back. */
  Left deleteOnce(Dataset dataset, List<ProfileKey> keys, int perCall, Deadline deadline) {
    return once(keys, perCall, deadline, part -> profiles.delete(dataset, part));
  }

  /** The most requests that are under way at once. */
  int inFlight() {
    return inFlight;
  }

  private Left untilProcessed(
      List<ProfileKey> keys,
      int perCall,
      Deadline deadline,
      Function<List<ProfileKey>, List<ProfileKey>> call) {
    Left left = Left.of(keys);
    for (int attempt = 1; !left.keys().isEmpty(); attempt++) {
      left = once(left.keys(), perCall, deadline, call);
      boolean over = left.keys().isEmpty() || left.refusal().isPresent();
      if (over || !waitedInTime(attempt, deadline)) {
        return left;
      }
    }
    return left;
  }

  private Left once(
      List<ProfileKey> keys,
      int perCall,
      Deadline deadline,
      Function<List<ProfileKey>, List<ProfileKey>> call) {
    List<Supplier<Left>> calls = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += perCall) {
      List<ProfileKey> part = keys.subList(from, Math.min(keys.size(), from + perCall));
      calls.add(() -> deadline.allows(scheduler.now()) ? sent(part, call) : Left.of(part));
    }
    return Left.all(scheduler.runAll(calls, inFlight));
  }

  /** A call that was throttled as a whole, or got lost, has processed nothing that we know of. */
  private static Left sent(
      List<ProfileKey> part, Function<List<ProfileKey>, List<ProfileKey>> call) {
    try {
      return Left.of(call.apply(part));
    } catch (ExpungeException.Retryable again) {
      return Left.of(part);
    } catch (ExpungeException.Permanent refusal) {
      return new Left(part, Optional.of(refusal));
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
