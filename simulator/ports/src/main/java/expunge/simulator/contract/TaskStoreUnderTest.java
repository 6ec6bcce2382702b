package expunge.simulator.contract;

import expunge.task.TaskStore;

/** Where the parts of a contract get their store from. */
interface TaskStoreUnderTest {
  /** The store, the same on each call within a test. */
  TaskStore store();
}
