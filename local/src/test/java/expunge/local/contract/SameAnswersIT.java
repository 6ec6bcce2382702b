package expunge.local.contract;

import expunge.aws.TasksTable;
import expunge.simulator.memory.MemoryTaskStore;
import expunge.simulator.sequence.Comparison;
import expunge.simulator.sequence.Comparison.Pair;
import expunge.simulator.sequence.TaskStoreSteps;
import expunge.task.TaskStore;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ports in memory answer random sequences of calls as the adapters on the emulators do. */
class SameAnswersIT {
  private static final Duration RETENTION = Duration.ofDays(36_500);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void tasksAndBatches(long seed) {
    new Comparison<>(new TaskStoreSteps(), SameAnswersIT::taskStores).check(seed, 210);
  }

  private static Pair<TaskStore> taskStores() {
    String table = "same-answers-" + UUID.randomUUID();
    EmulatedAws.CLIENTS.dynamoDb().createTable(TasksTable.definition(table));
    return new Pair<>(new MemoryTaskStore(), EmulatedAws.PORTS.taskStore(table, RETENTION));
  }
}
