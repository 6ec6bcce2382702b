package expunge.simulator.memory;

import expunge.simulator.contract.TaskStoreContract;
import expunge.task.TaskStore;

class MemoryTaskStoreTest extends TaskStoreContract {
  private final TaskStore store = new MemoryTaskStore();

  @Override
  public TaskStore store() {
    return store;
  }
}
