package expunge.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import expunge.intake.ArrivedFile;
import expunge.log.LogEntry;
import expunge.simulator.EventFile;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.simulator.memory.MemoryDoorbells.Queued;
import expunge.task.Doorbell;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file in {@code events/housekeeping}, half an hour after the task of {@code
 * events/file-intake/put.json} began, all of whose bells were lost.
 */
class EventsTest {
  private static final String MODULE = "housekeeping";
  private static final PojoSerializer<SQSEvent> EVENT =
      LambdaEventSerializers.serializerFor(SQSEvent.class, EventsTest.class.getClassLoader());

  private final MemorySystem system = new MemorySystem(Samples.customers(), 1);
  private final ArrivedFile file = EventFile.drop(system);
  private final HousekeepingHandler handler =
      new HousekeepingHandler(
          system.housekeeping(),
          system.deadLetters(),
          system.scheduler,
          system.entries::add,
          Duration.ofSeconds(20));

  private final Map<String, Consumer<SQSEvent>> expected =
      Map.of(
          "round.json", this::theTaskIsRung,
          "dead-letters.json", this::theBatchIsRungAndThePoisonIsLogged);

  @ParameterizedTest
  @MethodSource("files")
  void everyEventDoesWhatIsExpected(String name) throws IOException {
    system.intake().fileArrived(file);
    system.doorbells.takeDue(system.scheduler.now());
    system.scheduler.advance(Duration.ofMinutes(30));
    SQSEvent event = EVENT.fromJson(EventFile.read(MODULE, name));

    SQSBatchResponse response = handler.handle(event, Duration.ofMinutes(15));

    assertThat(response.getBatchItemFailures()).isEmpty();
    Objects.requireNonNull(expected.get(name), "nothing is expected of " + name).accept(event);
  }

  @Test
  void everythingExpectedHasItsFile() throws IOException {
    assertThat(files()).containsExactlyInAnyOrderElementsOf(expected.keySet());
  }

  static List<String> files() throws IOException {
    return EventFile.namesOfAll(MODULE);
  }

  private void theTaskIsRung(SQSEvent event) {
    assertThat(system.doorbells.queued())
        .extracting(Queued::bell)
        .containsExactly(Doorbell.of(system.task(file).id()));
    assertThat(system.entries).hasAtLeastOneElementOfType(LogEntry.HousekeepingDone.class);
  }

  private void theBatchIsRungAndThePoisonIsLogged(SQSEvent event) {
    assertThat(system.doorbells.queued())
        .extracting(Queued::bell)
        .containsExactly(Doorbell.of(system.task(file).id(), 2));
    String poison = event.getRecords().getLast().getMessageId();
    assertThat(system.entries).contains(new LogEntry.PoisonMessage(poison));
  }
}
