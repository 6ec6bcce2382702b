package expunge.deletion;

import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.work.Left;
import expunge.work.Sending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends the deletions of profiles, and asks of each that is refused why. */
final class Deleting {
  private final ProfileStore profiles;
  private final Remembering remembering;
  private final Sending sending;

  Deleting(ProfileStore profiles, Remembering remembering, Sending sending) {
    this.profiles = profiles;
    this.remembering = remembering;
    this.sending = sending;
  }

  /**
   * Makes sure, before anything is touched for the sake of these profiles, that they can be deleted
   * as far as that is known.
   *
   * @return all of them where they can't
   */
  Left<ProfileKey> prepare(Attempt attempt, List<ProfileKey> profileKeys) {
    try {
      if (attempt.suppresses()) {
        remembering.prepare();
      }
      return Left.nothing();
    } catch (ExpungeException.Retryable later) {
      return Left.open(profileKeys);
    } catch (ExpungeException.Permanent refusal) {
      return Left.refused(profileKeys, refusal);
    }
  }

  /**
   * Deletes profiles that nothing is linked to any more.
   *
   * @param seen how each was last read; what is refused is put in as it is then
   * @param kept gets those that must stay, and why
   * @return those that are neither deleted nor kept
   */
  Left<ProfileKey> delete(
      Attempt attempt,
      List<Target> targets,
      int perCall,
      Deadline deadline,
      Map<ProfileKey, Profile> seen,
      Map<ProfileKey, Fate> kept) {
    Map<ProfileKey, Target> byKey =
        targets.stream().collect(Collectors.toMap(Target::key, Function.identity()));
    return sending
        .untilProcessed(
            targets,
            Sending.runsOf(attempt.suppresses() ? 1 : perCall),
            deadline,
            part -> {
              ProfileStore.Erased erased = erase(attempt, part, seen);
              List<ProfileKey> again = new ArrayList<>(erased.unprocessed());
              for (Profile refused : erased.refused()) {
                seen.put(refused.key(), refused);
                Optional<Fate> fate =
                    Fate.of(refused, target(byKey, refused.key()), attempt.type());
                if (fate.isPresent()) {
                  kept.put(refused.key(), fate.get());
                } else if (Fate.hasToLose(refused, attempt.type())) {
                  again.add(refused.key());
                }
              }
              return again.stream().map(key -> target(byKey, key)).toList();
            })
        .map(Target::key);
  }

  private ProfileStore.Erased erase(
      Attempt attempt, List<Target> part, Map<ProfileKey, Profile> seen) {
    return attempt.suppresses()
        ? remembering.erase(profiles, attempt, part.getFirst(), seen)
        : profiles.erase(attempt.dataset(), attempt.type(), part);
  }

  private static Target target(Map<ProfileKey, Target> byKey, ProfileKey key) {
    Target target = byKey.get(key);
    if (target == null) {
      throw new IllegalStateException("the table speaks of a profile that was not sent");
    }
    return target;
  }
}
