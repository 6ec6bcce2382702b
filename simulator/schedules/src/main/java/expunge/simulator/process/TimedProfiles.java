package expunge.simulator.process;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.Identifier;
import expunge.item.Cursor;
import expunge.profile.LastSeen;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import expunge.run.ExpungeException;
import expunge.simulator.fault.Fault;
import expunge.simulator.fault.Faults;
import expunge.simulator.fault.PortCall;
import expunge.simulator.timeline.Chance;
import expunge.suppression.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The profile table, as processes call it. */
public final class TimedProfiles implements ProfileStore {
  private final Calls calls;
  private final ProfileStore table;
  private final LongFunction<ProfileStore> indexes;
  private final Faults faults;
  private final Predicate<ProfileKey> refuses;
  private final Set<ProfileKey> troubled = new HashSet<>();

  /**
   * In front of {@code table}.
   *
   * @param indexes what its indexes answer the call of a name
   * @param refuses the keys that the table refuses to delete, whatever comes with them
   */
  public TimedProfiles(
      Calls calls,
      ProfileStore table,
      LongFunction<ProfileStore> indexes,
      Faults faults,
      Predicate<ProfileKey> refuses) {
    this.calls = calls;
    this.table = table;
    this.indexes = indexes;
    this.faults = faults;
    this.refuses = refuses;
  }

  /** The keys for which some deletion was not acknowledged. */
  public Set<ProfileKey> troubled() {
    return Set.copyOf(troubled);
  }

  @Override
  public Lookup find(Dataset dataset, List<ProfileKey> keys) {
    return calls.make(
        PortCall.FIND_PROFILES,
        (fault, name) -> {
          if (!is(Fault.UNPROCESSED, fault)) {
            return table.find(dataset, keys);
          }
          Halves<ProfileKey> halves = Halves.of(keys, name);
          Lookup some = table.find(dataset, halves.done());
          return new Lookup(some.profiles(), halves.left());
        });
  }

  @Override
  public Matching matching(
      Dataset dataset, Identifier identifier, String value, Optional<Cursor> after) {
    return calls.make(
        PortCall.MATCHING,
        (_, name) -> indexes.apply(name).matching(dataset, identifier, value, after));
  }

  @Override
  public OptionalLong size(Dataset dataset) {
    return calls.make(PortCall.SIZE, () -> table.size(dataset));
  }

  @Override
  public Erased erase(Dataset dataset, DeletionType type, List<Target> targets) {
    return noted(
        targets.stream().map(Target::key).toList(),
        () ->
            calls.make(
                PortCall.DELETE_PROFILES,
                (fault, name) -> eraseAt(dataset, type, targets, fault, name)));
  }

  @Override
  public Erased eraseAndSuppress(Dataset dataset, LastSeen profile, List<Entry> entries) {
    List<ProfileKey> self = List.of(profile.key());
    return noted(
        self,
        () ->
            calls.make(
                PortCall.DELETE_PROFILES,
                (fault, _) -> {
                  refuse(self);
                  if (is(Fault.BROKEN_HALF_WAY, fault)) {
                    throw new ExpungeException.Retryable("the connection broke", null);
                  }
                  return is(Fault.UNPROCESSED, fault)
                      ? new Erased(self, List.of())
                      : table.eraseAndSuppress(dataset, profile, entries);
                }));
  }

  /** Remembers which deletions were not acknowledged. */
  private Erased noted(List<ProfileKey> keys, Supplier<Erased> call) {
    try {
      Erased erased = call.get();
      troubled.addAll(erased.unprocessed());
      return erased;
    } catch (ExpungeException failed) {
      troubled.addAll(keys);
      throw failed;
    }
  }

  private void refuse(List<ProfileKey> keys) {
    if (keys.stream().anyMatch(refuses)) {
      faults.tally().add(Fault.REFUSED, PortCall.DELETE_PROFILES);
      throw new ExpungeException.Permanent("the table refuses the delete", null);
    }
  }

  private Erased eraseAt(
      Dataset dataset, DeletionType type, List<Target> targets, Optional<Fault> fault, long name) {
    refuse(targets.stream().map(Target::key).toList());
    if (!is(Fault.UNPROCESSED, fault) && !is(Fault.BROKEN_HALF_WAY, fault)) {
      return table.erase(dataset, type, targets);
    }
    Halves<Target> halves = Halves.of(targets, name);
    Erased done = halves.done().isEmpty() ? Erased.ALL : table.erase(dataset, type, halves.done());
    if (is(Fault.BROKEN_HALF_WAY, fault)) {
      throw new ExpungeException.Retryable("the connection broke", null);
    }
    return new Erased(halves.left().stream().map(Target::key).toList(), done.refused());
  }

  static boolean is(Fault kind, Optional<Fault> fault) {
    return fault.isPresent() && fault.get() == kind;
  }

  /** What of a call is done, and what is left; something always is. */
  record Halves<T>(List<T> done, List<T> left) {
    static <T> Halves<T> of(List<T> all, long name) {
      List<T> done = new ArrayList<>();
      List<T> left = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        (Chance.happens(Chance.mix(name, i), 0.5) ? done : left).add(all.get(i));
      }
      if (left.isEmpty()) {
        left.add(done.removeLast());
      }
      return new Halves<>(done, left);
    }
  }
}
