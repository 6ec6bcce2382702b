package expunge.local.contract;

import expunge.simulator.contract.TaskStoreContract;
import expunge.task.TaskStore;
import java.time.Duration;

class DynamoTaskStoreIT extends TaskStoreContract {
  // Long, as expiry is counted from the contract's own days, which lie in the past.
  private static final Duration RETENTION = Duration.ofDays(36_500);

  private final TaskStore store = EmulatedAws.PORTS.taskStore(EmulatedAws.TASKS, RETENTION);

  @Override
  public TaskStore store() {
    return store;
  }
}
