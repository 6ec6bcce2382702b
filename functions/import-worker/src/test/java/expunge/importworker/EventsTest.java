package expunge.importworker;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import expunge.balance.Outcome;
import expunge.log.LogEntry;
import expunge.simulator.EventFile;
import expunge.simulator.Market;
import expunge.simulator.MemorySystem;
import expunge.simulator.memory.MemoryDoorbells.Queued;
import expunge.task.Doorbell;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file in {@code events/import-worker}, while the import that they name runs, with a batch
 * for each of its two rows.
 */
class EventsTest {
  private static final TaskId TASK = EventFile.IMPORT;
  private static final String MODULE = "import-worker";
  private static final PojoSerializer<SQSEvent> EVENT =
      LambdaEventSerializers.serializerFor(SQSEvent.class, EventsTest.class.getClassLoader());

  private final MemorySystem system = new MemorySystem(Market.dataset(), 1);
  private final ImportWorkerHandler handler =
      new ImportWorkerHandler(
          system.importWorker(), system.scheduler, system.entries::add, Duration.ofSeconds(20));

  private final Map<String, BiConsumer<SQSEvent, SQSBatchResponse>> expected =
      Map.of(
          "batch-with-poison.json", this::thePoisonAloneComesBackAndTheTaskEnds,
          "task-bell.json", this::everyOpenBatchIsRung);

  @ParameterizedTest
  @MethodSource("files")
  void everyEventDoesWhatIsExpected(String name) throws IOException {
    system.importOf(TASK, EventFile.IMPORTED);
    system.importBells.takeDue(system.scheduler.now());
    SQSEvent event = EVENT.fromJson(EventFile.read(MODULE, name));

    SQSBatchResponse response = handler.handle(event, Duration.ofMinutes(2));

    Objects.requireNonNull(expected.get(name), "nothing is expected of " + name)
        .accept(event, response);
  }

  @Test
  void everythingExpectedHasItsFile() throws IOException {
    assertThat(files()).containsExactlyInAnyOrderElementsOf(expected.keySet());
  }

  static List<String> files() throws IOException {
    return EventFile.namesOfAll(MODULE);
  }

  private void thePoisonAloneComesBackAndTheTaskEnds(SQSEvent event, SQSBatchResponse response) {
    List<String> poison =
        event.getRecords().stream()
            .filter(message -> !message.getBody().contains("taskId"))
            .map(SQSMessage::getMessageId)
            .toList();
    assertThat(event.getRecords()).hasSize(4);
    assertThat(response.getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .hasSize(1)
        .isEqualTo(poison);
    assertThat(system.entries).contains(new LogEntry.PoisonMessage(poison.getFirst()));
    Task task = system.tasks.find(TASK).orElseThrow();
    assertThat(task.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(task.balance().count(Outcome.CREATED)).isEqualTo(2);
  }

  private void everyOpenBatchIsRung(SQSEvent event, SQSBatchResponse response) {
    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(system.importBells.queued())
        .extracting(Queued::bell)
        .containsExactly(Doorbell.of(TASK, 1), Doorbell.of(TASK, 2));
    assertThat(system.tables.all(Market.PROFILES)).isEmpty();
  }
}
