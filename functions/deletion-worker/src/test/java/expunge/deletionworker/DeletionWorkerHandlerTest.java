package expunge.deletionworker;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import expunge.intake.ArrivedFile;
import expunge.log.LogEntry;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Doorbell;
import expunge.task.DoorbellMessage;
import expunge.task.TaskState;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeletionWorkerHandlerTest {
  private static final Duration LEFT = Duration.ofMinutes(2);

  private final MemorySystem system = new MemorySystem(Samples.customers(), 1);
  private final DeletionWorkerHandler handler =
      new DeletionWorkerHandler(
          system.worker(), system.scheduler, system.entries::add, Duration.ofSeconds(20));

  @Test
  void everyMessageIsAnsweredAndAPoisonedOneAloneComesBack() {
    system.addProfiles(List.of("a", "b"));
    ArrivedFile file = system.put("a.csv", "MaestraId\na\nb\n", Map.of());
    system.intake().fileArrived(file);

    SQSBatchResponse response =
        handler.handle(event(bell(file, 1), "{\"taskId\": \"c1\"}", bell(file, 2)), LEFT);

    assertThat(response.getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly("m1");
    assertThat(system.task(file).balance().rows()).isEqualTo(2);
    assertThat(system.entries).contains(new LogEntry.PoisonMessage("m1"));
  }

  @Test
  void aTimeoutThatLeavesNoTimeIsAFaultThatSaysSo() {
    system.addProfiles(List.of("a"));
    ArrivedFile file = system.put("a.csv", "MaestraId\na\n", Map.of());
    system.intake().fileArrived(file);

    SQSBatchResponse response = handler.handle(event(bell(file, 1)), Duration.ofSeconds(15));

    assertThat(response.getBatchItemFailures()).hasSize(1);
    assertThat(system.entries).contains(new LogEntry.TimeoutTooShort(15_000));
    assertThat(system.hasProfile("a")).isTrue();
    system.answerAll();
    assertThat(system.task(file).state()).isEqualTo(TaskState.COMPLETED);
  }

  private String bell(ArrivedFile file, int batch) {
    return DoorbellMessage.write(Doorbell.of(system.task(file).id(), batch));
  }

  private static SQSEvent event(String... bodies) {
    SQSEvent event = new SQSEvent();
    event.setRecords(
        IntStream.range(0, bodies.length)
            .mapToObj(i -> message("m" + i, Arrays.asList(bodies).get(i)))
            .toList());
    return event;
  }

  private static SQSMessage message(String id, String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    return message;
  }
}
