package expunge.deletion;

import expunge.deletion.ProfileCalls.Left;
import expunge.profile.ProfileKey;
import expunge.run.Scheduler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The end of a batch that does not get on. A profile has failed only if a strong read under the
 * lease still finds it; what is gone is deleted, whoever's delete it was that went through.
 */
final class GivingUp {
  private final ProfileCalls profiles;
  private final PlannedDeletion deletion;
  private final Scheduler scheduler;

  GivingUp(ProfileCalls profiles, PlannedDeletion deletion, Scheduler scheduler) {
    this.profiles = profiles;
    this.deletion = deletion;
    this.scheduler = scheduler;
  }

  /**
   * What came of trying once more.
   *
   * @param failed those that are still there; empty where it has to be tried again: they can't be
   *     read, or time ran out before each had its try, and the table does take deletes
   * @param some whether something was achieved
   * @param left what the tries left
   */
  record Tried(Optional<Set<ProfileKey>> failed, boolean some, Left left) {}

  /** Tries each profile that is still there, and answers those that are there even after that. */
  Tried tryWhatStays(Attempt attempt, PlannedKeys keys) {
    Optional<Set<ProfileKey>> there = stillThere(attempt, keys);
    if (there.isEmpty()) {
      return new Tried(there, false, Left.NOTHING);
    }
    List<ProfileKey> open = keys.after(attempt.done());
    List<ProfileKey> tried = rotated(open.stream().filter(there.get()::contains).toList());
    Left left =
        deletion.eachAlone(
            attempt.dataset(), tried, attempt.deadline().halfWayFrom(scheduler.now()));
    boolean some = left.keys().size() < tried.size();
    boolean none = left.unsent().size() == tried.size();
    boolean again = !left.unsent().isEmpty() && (some || none);
    return new Tried(
        again
            ? Optional.empty()
            : profiles.find(attempt.dataset(), left.keys(), attempt.deadline()),
        some,
        left);
  }

  /** Which of the keys that are not acknowledged are there; empty where they can't be read. */
  Optional<Set<ProfileKey>> stillThere(Attempt attempt, PlannedKeys keys) {
    return profiles.find(attempt.dataset(), keys.after(attempt.done()), attempt.deadline());
  }

  /** Beginning anywhere, so that those that are always refused do not always come first. */
  private List<ProfileKey> rotated(List<ProfileKey> keys) {
    List<ProfileKey> order = new ArrayList<>(keys);
    Collections.rotate(order, (int) (scheduler.random() * order.size()));
    return order;
  }
}
