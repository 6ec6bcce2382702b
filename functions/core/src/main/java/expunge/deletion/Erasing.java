package expunge.deletion;

import expunge.dataset.LinkedTable;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import expunge.work.Left;
import expunge.work.Pacer;
import expunge.work.ProfileReads;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Deletes the profiles of a plan, wave by wave, below the ceiling of writes: first what is linked
 * to them, then the profiles, then what was linked meanwhile.
 */
final class Erasing {
  private final ProfileReads reads;
  private final LinkedSweep linked;
  private final Deleting deleting;
  private final int inFlight;
  private final Pacer pacer;
  private final Scheduler scheduler;

  Erasing(
      ProfileReads reads,
      LinkedSweep linked,
      Deleting deleting,
      int inFlight,
      Pacer pacer,
      Scheduler scheduler) {
    this.reads = reads;
    this.linked = linked;
    this.deleting = deleting;
    this.inFlight = inFlight;
    this.pacer = pacer;
    this.scheduler = scheduler;
  }

  /**
   * What came of some profiles.
   *
   * @param left those that are not done with
   * @param kept those that are done with and not deleted
   */
  record Erased(Left<ProfileKey> left, Map<ProfileKey, Fate> kept) {
    private static final Erased NOTHING_LEFT = new Erased(Left.nothing(), Map.of());

    private static Erased unsent(List<Target> wave) {
      return new Erased(Left.unsent(wave.stream().map(Target::key).toList()), Map.of());
    }

    private Erased and(Erased more) {
      Map<ProfileKey, Fate> both = new HashMap<>(kept);
      both.putAll(more.kept);
      return new Erased(left.and(more.left), both);
    }
  }

  /**
   * Deletes in the plan's order from where the attempt has come to, and stops where it can't go on,
   * so that how far it has come is one number.
   *
   * @return why it can't go on; empty where it is through, or time ran out
   */
  Optional<ExpungeException.Permanent> inOrder(Attempt attempt, PlannedKeys keys) {
    int size = together(attempt, ProfileStore.TARGETS_PER_CALL);
    while (attempt.done() < keys.size()) {
      List<Target> open = keys.after(attempt.done());
      List<Target> wave = open.subList(0, Math.min(open.size(), size));
      Erased erased = paced(attempt, wave, ProfileStore.TARGETS_PER_CALL, attempt.deadline());
      int passed = firstOf(erased.left().all(), wave);
      attempt.reached(wave.subList(0, passed), erased.kept());
      if (passed < wave.size()) {
        return erased.left().refusal();
      }
    }
    return Optional.empty();
  }

  /**
   * Tries every profile once more, whatever becomes of the others: first many to a call, then what
   * is left one by one.
   *
   * @return of what is left, unsent is what has not had a call of its own
   */
  Erased eachAlone(Attempt attempt, List<Target> targets, Deadline deadline) {
    Deadline half = deadline.halfWayFrom(scheduler.now()); // or some would never come to their own
    Erased together = pass(attempt, targets, ProfileStore.TARGETS_PER_CALL, half);
    Set<ProfileKey> left = Set.copyOf(together.left().all());
    List<Target> again = targets.stream().filter(one -> left.contains(one.key())).toList();
    return new Erased(Left.nothing(), together.kept()).and(pass(attempt, again, 1, deadline));
  }

  private Erased pass(Attempt attempt, List<Target> targets, int perCall, Deadline deadline) {
    int size = together(attempt, perCall);
    Erased all = Erased.NOTHING_LEFT;
    for (int from = 0; from < targets.size(); from += size) {
      List<Target> wave = targets.subList(from, Math.min(targets.size(), from + size));
      all = all.and(paced(attempt, wave, perCall, deadline));
    }
    return all;
  }

  private int together(Attempt attempt, int perCall) {
    return pacer.together(attempt.dataset(), inFlight * perCall);
  }

  private Erased paced(Attempt attempt, List<Target> wave, int perCall, Deadline deadline) {
    Optional<Instant> start = pacer.reserve(attempt.dataset(), wave.size(), deadline);
    if (start.isEmpty()) {
      return Erased.unsent(wave);
    }
    scheduler.waitUntil(start.get());
    return erase(attempt, wave, perCall, deadline);
  }

  private Erased erase(Attempt attempt, List<Target> wave, int perCall, Deadline deadline) {
    Left<ProfileKey> unprepared = deleting.prepare(attempt, keys(wave));
    if (!unprepared.isEmpty()) {
      return new Erased(unprepared, Map.of());
    }
    Optional<Map<ProfileKey, Profile>> read = readAgain(attempt, wave, deadline);
    if (read.isEmpty()) {
      return Erased.unsent(wave);
    }
    Map<ProfileKey, Profile> seen = new ConcurrentHashMap<>(read.get());
    Map<ProfileKey, Fate> kept = new ConcurrentHashMap<>(mustStay(attempt, wave, seen));
    List<Target> free = wave.stream().filter(one -> !kept.containsKey(one.key())).toList();
    List<LinkedTable> tables = attempt.linked();
    Left<ProfileKey> linkedFirst = sweep(attempt, tables, keys(free), deadline);
    List<ProfileKey> ready = LinkedSweep.without(keys(free), linkedFirst);
    Left<ProfileKey> undeleted =
        deleting.delete(attempt, among(free, ready), perCall, deadline, seen, kept);
    List<ProfileKey> deleted =
        LinkedSweep.without(ready, undeleted).stream()
            .filter(key -> !kept.containsKey(key))
            .toList();
    List<LinkedTable> byKey = tables.stream().filter(table -> table.link().isByKey()).toList();
    Left<ProfileKey> writtenMeanwhile = sweep(attempt, byKey, deleted, deadline);
    return new Erased(linkedFirst.and(undeleted).and(writtenMeanwhile), Map.copyOf(kept));
  }

  private Left<ProfileKey> sweep(
      Attempt attempt, List<LinkedTable> tables, List<ProfileKey> keys, Deadline deadline) {
    return linked.sweep(attempt.dataset(), tables, keys, deadline, attempt::treated);
  }

  /**
   * The profiles as they are, unless the attempt has just read them for its plan: none then. Empty
   * where time ran out.
   */
  private Optional<Map<ProfileKey, Profile>> readAgain(
      Attempt attempt, List<Target> wave, Deadline deadline) {
    return attempt.readsAgain(wave, scheduler.now())
        ? reads.find(attempt.dataset(), keys(wave), deadline)
        : Optional.of(Map.of());
  }

  private static Map<ProfileKey, Fate> mustStay(
      Attempt attempt, List<Target> wave, Map<ProfileKey, Profile> seen) {
    Map<ProfileKey, Fate> kept = new HashMap<>();
    for (Target target : wave) {
      Optional.ofNullable(seen.get(target.key()))
          .flatMap(profile -> Fate.of(profile, target, attempt.type()))
          .ifPresent(fate -> kept.put(target.key(), fate));
    }
    return kept;
  }

  private static List<Target> among(List<Target> targets, List<ProfileKey> keys) {
    Set<ProfileKey> wanted = Set.copyOf(keys);
    return targets.stream().filter(target -> wanted.contains(target.key())).toList();
  }

  private static List<ProfileKey> keys(List<Target> targets) {
    return targets.stream().map(Target::key).toList();
  }

  /** How many of the wave come before the first of {@code some}. */
  private static int firstOf(List<ProfileKey> some, List<Target> wave) {
    Set<ProfileKey> searched = Set.copyOf(some);
    int place = 0;
    while (place < wave.size() && !searched.contains(wave.get(place).key())) {
      place++;
    }
    return place;
  }
}
