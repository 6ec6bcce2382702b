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
import java.util.stream.Stream;

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
   * @param open sent, and not processed as far as we know
   * @param refused sent in a call that the table refused
   * @param unsent never sent, since time ran out
   * @param refusal of one of the calls; empty where there was none
   */
  record Left(
      List<ProfileKey> open,
      List<ProfileKey> refused,
      List<ProfileKey> unsent,
      Optional<ExpungeException.Permanent> refusal) {
    static final Left NOTHING = new Left(List.of(), List.of(), List.of(), Optional.empty());

    static Left unsent(List<ProfileKey> keys) {
      return new Left(List.of(), List.of(), keys, Optional.empty());
    }

    /** All of them. */
    List<ProfileKey> keys() {
      return Stream.of(open, refused, unsent).flatMap(List::stream).toList();
    }

    Left and(Left more) {
      return new Left(
          both(open, more.open),
          both(refused, more.refused),
          both(unsent, more.unsent),
          refusal.or(more::refusal));
    }

    private static List<ProfileKey> both(List<ProfileKey> some, List<ProfileKey> more) {
      return Stream.concat(some.stream(), more.stream()).toList();
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

  /**
   * Deletes until all are acknowledged or time runs out. What is refused is not sent again.
   *
   * @param perCall how many keys share a call, and so a refusal
   */
  Left delete(Dataset dataset, List<ProfileKey> keys, int perCall, Deadline deadline) {
    return untilProcessed(keys, perCall, deadline, part -> profiles.delete(dataset, part));
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
    Left left = once(keys, perCall, deadline, call);
    for (int attempt = 1; !left.open().isEmpty() && waitedInTime(attempt, deadline); attempt++) {
      Left before = new Left(List.of(), left.refused(), left.unsent(), left.refusal());
      left = before.and(sentBefore(once(left.open(), perCall, deadline, call)));
    }
    return left;
  }

  /** In a repetition, everything has been sent before. */
  private static Left sentBefore(Left left) {
    return new Left(
        Left.both(left.open(), left.unsent()), left.refused(), List.of(), left.refusal());
  }

  private Left once(
      List<ProfileKey> keys,
      int perCall,
      Deadline deadline,
      Function<List<ProfileKey>, List<ProfileKey>> call) {
    List<Supplier<Left>> calls = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += perCall) {
      List<ProfileKey> part = keys.subList(from, Math.min(keys.size(), from + perCall));
      calls.add(() -> deadline.allows(scheduler.now()) ? sent(part, call) : Left.unsent(part));
    }
    return scheduler.runAll(calls, inFlight).stream().reduce(Left.NOTHING, Left::and);
  }

  /** A call that was throttled as a whole, or got lost, has processed nothing that we know of. */
  private static Left sent(
      List<ProfileKey> part, Function<List<ProfileKey>, List<ProfileKey>> call) {
    try {
      return new Left(call.apply(part), List.of(), List.of(), Optional.empty());
    } catch (ExpungeException.Retryable again) {
      return new Left(part, List.of(), List.of(), Optional.empty());
    } catch (ExpungeException.Permanent refusal) {
      return new Left(List.of(), part, List.of(), Optional.of(refusal));
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
