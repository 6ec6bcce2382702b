package expunge.simulator.process;

import expunge.dataset.Dataset;
import expunge.imports.Customer;
import expunge.imports.CustomerStore;
import expunge.profile.ProfileKey;
import expunge.run.ExpungeException;
import expunge.simulator.fault.Fault;
import expunge.simulator.fault.Faults;
import expunge.simulator.fault.PortCall;
import expunge.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Where customers are written, as processes call it. */
public final class TimedCustomers implements CustomerStore {
  private final Calls calls;
  private final CustomerStore tables;
  private final Faults faults;
  private final Predicate<ProfileKey> refuses;

  /**
   * In front of {@code tables}.
   *
   * @param refuses the keys that the table refuses to write, and whatever comes with them
   */
  public TimedCustomers(
      Calls calls, CustomerStore tables, Faults faults, Predicate<ProfileKey> refuses) {
    this.calls = calls;
    this.tables = tables;
    this.faults = faults;
    this.refuses = refuses;
  }

  @Override
  public Written write(Dataset dataset, List<Customer> customers, Instant now) {
    return calls.make(
        PortCall.WRITE_CUSTOMERS, (fault, _) -> writeAt(dataset, customers, now, fault));
  }

  private Written writeAt(
      Dataset dataset, List<Customer> customers, Instant now, Optional<Fault> fault) {
    if (customers.stream().map(Customer::key).anyMatch(refuses)) {
      faults.tally().add(Fault.REFUSED, PortCall.WRITE_CUSTOMERS);
      throw new ExpungeException.Permanent("the table refuses the transaction", null);
    }
    return TimedProfiles.is(Fault.UNPROCESSED, fault)
        ? some(dataset, customers, now)
        : tables.write(dataset, customers, now);
  }

  /** The first half has room in the transaction; of one alone, none. */
  private Written some(Dataset dataset, List<Customer> customers, Instant now) {
    List<Customer> first = customers.subList(0, customers.size() / 2);
    Written written = first.isEmpty() ? Written.ALL : tables.write(dataset, first, now);
    List<ProfileKey> left = new ArrayList<>(written.unprocessed());
    customers.subList(first.size(), customers.size()).forEach(one -> left.add(one.key()));
    return new Written(written.refused(), left, written.missing());
  }

  @Override
  public void openSegment(Dataset dataset, String id) {
    calls.make(
        PortCall.OPEN_SEGMENT,
        () -> {
          tables.openSegment(dataset, id);
          return true;
        });
  }

  @Override
  public Map<ProfileKey, Set<Integer>> linesWritten(
      Dataset dataset, TaskId task, List<ProfileKey> keys) {
    return calls.make(PortCall.LINES_WRITTEN, () -> tables.linesWritten(dataset, task, keys));
  }
}
