package expunge.simulator.bug;

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
  private final CustomerStore tables;

  PassingCustomers(CustomerStore tables) {
    this.tables = tables;
  }

  @Override
  public Written write(Dataset dataset, List<Customer> customers, Instant now) {
    return tables.write(dataset, customers, now);
  }

  @Override
  public void openSegment(Dataset dataset, String id) {
    tables.openSegment(dataset, id);
  }

  @Override
  public Map<ProfileKey, Set<Integer>> linesWritten(
      Dataset dataset, TaskId task, List<ProfileKey> keys) {
    return tables.linesWritten(dataset, task, keys);
  }
}
