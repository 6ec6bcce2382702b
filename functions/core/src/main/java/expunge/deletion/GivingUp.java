package expunge.deletion;

import expunge.deletion.Erasing.Erased;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.Target;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.work.Left;
import expunge.work.ProfileReads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The end of a batch that does not get on. A profile has failed only if a strong read under the
 * lease still finds it; what is gone is deleted, whoever's delete it was that went through, though
 * its row has failed where records that are linked to it are found.
 */
final class GivingUp {
  private final ProfileReads reads;
  private final LinkedSweep linked;
  private final Erasing erasing;
  private final Scheduler scheduler;

  GivingUp(ProfileReads reads, LinkedSweep linked, Erasing erasing, Scheduler scheduler) {
    this.reads = reads;
    this.linked = linked;
    this.erasing = erasing;
    this.scheduler = scheduler;
  }

  /**
   * What came of trying once more.
   *
   * @param fates of those that are not deleted; empty where it has to be tried again: they can't be
   *     read, or time ran out before each had its try, and the table does take deletes
   * @param some whether something was achieved
   * @param left what the tries left
   */
  record Tried(Optional<Map<ProfileKey, Fate>> fates, boolean some, Left<ProfileKey> left) {}

  /** Tries each profile that is still there, and answers those that are there even after that. */
  Tried tryWhatStays(Attempt attempt, PlannedKeys keys) {
    List<Target> open = keys.after(attempt.done());
    Optional<Map<ProfileKey, Fate>> before = stillThere(attempt, open);
    if (before.isEmpty()) {
      return new Tried(before, false, Left.nothing());
    }
    List<Target> tried =
        rotated(
            open.stream().filter(one -> isTried(attempt, before.get().get(one.key()))).toList());
    Deadline half = attempt.deadline().halfWayFrom(scheduler.now());
    Erased erased = erasing.eachAlone(attempt, tried, half);
    Left<ProfileKey> left = erased.left();
    boolean some = left.all().size() < tried.size();
    boolean none = left.unsent().size() == tried.size();
    if (!left.unsent().isEmpty() && (some || none)) {
      return new Tried(Optional.empty(), some, left);
    }
    return new Tried(after(attempt, open, before.get(), erased), some, left);
  }

  /** One that somebody else has deleted is tried where it is to be remembered. */
  private static boolean isTried(Attempt attempt, @Nullable Fate fate) {
    return fate == null ? attempt.suppresses() : fate.isOpen();
  }

  private Optional<Map<ProfileKey, Fate>> after(
      Attempt attempt, List<Target> open, Map<ProfileKey, Fate> before, Erased erased) {
    Set<ProfileKey> left = Set.copyOf(erased.left().all());
    List<Target> unsure = open.stream().filter(target -> left.contains(target.key())).toList();
    return stillThere(attempt, unsure)
        .map(
            now -> {
              Map<ProfileKey, Fate> fates = new HashMap<>(before);
              fates.values().removeIf(Fate::isOpen);
              fates.putAll(erased.kept());
              fates.putAll(now);
              return fates;
            });
  }

  /**
   * Which of the profiles are there: FAILED where nothing keeps them from being deleted; and which
   * are gone, while something linked to them is there. Empty where they can't be read.
   */
  Optional<Map<ProfileKey, Fate>> stillThere(Attempt attempt, List<Target> targets) {
    List<ProfileKey> keys = targets.stream().map(Target::key).toList();
    return reads
        .find(attempt.dataset(), keys, attempt.deadline())
        .flatMap(found -> stillThere(attempt, targets, found));
  }

  private Optional<Map<ProfileKey, Fate>> stillThere(
      Attempt attempt, List<Target> targets, Map<ProfileKey, Profile> found) {
    Map<ProfileKey, Fate> fates = new HashMap<>();
    List<ProfileKey> gone = new ArrayList<>();
    Set<ProfileKey> foundAgain = new HashSet<>();
    for (Target target : targets) {
      Profile profile = found.get(target.key());
      Optional<Fate> kept =
          Optional.ofNullable(profile).flatMap(one -> Fate.of(one, target, attempt.type()));
      if (kept.isPresent()) {
        fates.put(target.key(), kept.get());
      } else if (profile != null && Fate.hasToLose(profile, attempt.type())) {
        fates.put(target.key(), Fate.FAILED);
      } else {
        gone.add(target.key());
        if (profile != null && Fate.carries(profile, target)) {
          foundAgain.add(target.key());
        }
      }
    }
    return linked
        .stillLinked(attempt.dataset(), attempt.linked(), gone, attempt.deadline())
        .map(
            linkedTo -> {
              linkedTo.forEach(
                  key -> fates.put(key, foundAgain.contains(key) ? Fate.FAILED : Fate.LINKED_LEFT));
              return fates;
            });
  }

  /** Beginning anywhere, so that those that are always refused do not always come first. */
  private List<Target> rotated(List<Target> targets) {
    List<Target> order = new ArrayList<>(targets);
    Collections.rotate(order, (int) (scheduler.random() * order.size()));
    return order;
  }
}
