package expunge.simulator.usecase;

import expunge.dataset.Dataset;
import expunge.imports.Customer;
import expunge.imports.CustomerStore;
import expunge.profile.ProfileKey;
import expunge.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hands every call on. */
class PassingCustomers implements CustomerStore {
  private final CustomerStore customers;

  PassingCustomers(CustomerStore customers) {
    this.customers = customers;
  }

  @Override
  public Written write(Dataset dataset, List<Customer> all, Instant now) {
    return customers.write(dataset, all, now);
  }

  @Override
  public void openSegment(Dataset dataset, String id) {
    customers.openSegment(dataset, id);
  }

  @Override
  public Map<ProfileKey, Set<Integer>> linesWritten(
      Dataset dataset, TaskId task, List<ProfileKey> keys) {
    return customers.linesWritten(dataset, task, keys);
  }
}
