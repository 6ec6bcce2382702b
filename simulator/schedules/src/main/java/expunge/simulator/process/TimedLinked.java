package expunge.simulator.process;

import expunge.dataset.LinkedTable;
import expunge.item.Cursor;
import expunge.linked.LinkedRecord;
import expunge.linked.LinkedStore;
import expunge.profile.ProfileKey;
import expunge.run.ExpungeException;
import expunge.simulator.fault.Fault;
import expunge.simulator.fault.Faults;
import expunge.simulator.fault.PortCall;
import expunge.simulator.process.TimedProfiles.Halves;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The linked tables, as processes call them. */
public final class TimedLinked implements LinkedStore {
  private final Calls calls;
  private final LinkedStore tables;
  private final LongFunction<LinkedStore> indexes;
  private final Faults faults;
  private final Predicate<ProfileKey> refuses;
  private final Set<ProfileKey> troubled = new HashSet<>();
  private final Set<String> repeated = new HashSet<>();

  /**
   * In front of {@code tables}.
   *
   * @param indexes what their indexes answer the call of a name
   * @param refuses the profiles whose records the tables refuse to change
   */
  public TimedLinked(
      Calls calls,
      LinkedStore tables,
      LongFunction<LinkedStore> indexes,
      Faults faults,
      Predicate<ProfileKey> refuses) {
    this.calls = calls;
    this.tables = tables;
    this.indexes = indexes;
    this.faults = faults;
    this.refuses = refuses;
  }

  /** The profiles for which some call was not answered, or left something. */
  public Set<ProfileKey> troubled() {
    return Set.copyOf(troubled);
  }

  @Override
  public Page find(LinkedTable table, ProfileKey profile, Optional<Cursor> after) {
    return noting(
        profile,
        () ->
            calls.make(
                PortCall.FIND_LINKED,
                (_, name) ->
                    (table.link().isByKey() ? tables : indexes.apply(name))
                        .find(table, profile, after)));
  }

  @Override
  public List<LinkedRecord> treat(
      LinkedTable table, ProfileKey profile, List<LinkedRecord> records, String newId) {
    List<LinkedRecord> left =
        noting(
            profile,
            () ->
                calls.make(
                    PortCall.TREAT_LINKED,
                    (fault, name) -> treatAt(table, profile, records, newId, fault, name)));
    if (!left.isEmpty()) {
      troubled.add(profile);
    }
    return left;
  }

  private <T> T noting(ProfileKey profile, Supplier<T> call) {
    try {
      return call.get();
    } catch (ExpungeException failed) {
      troubled.add(profile);
      throw failed;
    }
  }

  private List<LinkedRecord> treatAt(
      LinkedTable table,
      ProfileKey profile,
      List<LinkedRecord> records,
      String newId,
      Optional<Fault> fault,
      long name) {
    if (refuses.test(profile)) {
      faults.tally().add(Fault.REFUSED, PortCall.TREAT_LINKED);
      throw new ExpungeException.Permanent("the table refuses the change", null);
    }
    if (table.movesRecords() && TimedProfiles.is(Fault.REPEATED, fault) && !repeated.add(newId)) {
      return List.of(); // it is a transaction, which the client marks as its own
    }
    boolean broken = TimedProfiles.is(Fault.BROKEN_HALF_WAY, fault);
    if (!broken && !TimedProfiles.is(Fault.UNPROCESSED, fault)) {
      return tables.treat(table, profile, records, newId);
    }
    Halves<LinkedRecord> halves = Halves.of(records, name);
    List<LinkedRecord> left = new ArrayList<>(halves.left());
    left.addAll(tables.treat(table, profile, halves.done(), newId));
    if (broken) {
      throw new ExpungeException.Retryable("the connection broke", null);
    }
    return left;
  }
}
