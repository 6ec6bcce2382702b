package expunge.fileintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import expunge.intake.ArrivedFile;
import expunge.log.LogEntry;
import expunge.run.ExpungeException;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Doorbells;
import expunge.task.TaskQuery;
import expunge.task.TaskState;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileIntakeHandlerTest {
  private final MemorySystem system = new MemorySystem(Samples.customers(), 100);
  private final FileIntakeHandler handler =
      new FileIntakeHandler(system.intake(), system.entries::add);

  @Test
  void aKeyIsDecodedOnce() {
    ArrivedFile file = system.put("my file+%2B.csv", "MaestraId\nx\n", Map.of());

    handle(event(MemorySystem.BUCKET, "drop/my+file%2B%252B.csv", file.versionId().orElseThrow()));

    assertThat(system.task(file).state()).isEqualTo(TaskState.RUNNING);
    assertThat(system.task(file).file().name()).isEqualTo("my file+%2B.csv");
  }

  @Test
  void markersOfFoldersAndOtherPlacesAreIgnored() {
    system.put("folder/", "", Map.of());

    handle(event(MemorySystem.BUCKET, "drop/folder/", "1"));
    handle(event(MemorySystem.BUCKET, "results/x.csv", "1"));
    handle(event("another-bucket", "drop/x.csv", "1"));

    assertThat(system.tasks.list(TaskQuery.all(10)).tasks()).isEmpty();
  }

  @Test
  void anObjectThatIsGoneAlreadyMakesNoTask() {
    handle(event(MemorySystem.BUCKET, "drop/gone.csv", "1"));

    assertThat(system.tasks.list(TaskQuery.all(10)).tasks()).isEmpty();
    assertThat(system.entries)
        .containsExactly(new LogEntry.EventIgnored(LogEntry.EventIgnored.Why.OBJECT_GONE));
  }

  @Test
  void whatFailsIsLoggedAndLeftToThePlatformToRepeat() {
    ArrivedFile file = system.put("a.csv", "MaestraId\nx\n", Map.of());
    Doorbells broken =
        (bells, delay) -> {
          throw new ExpungeException.Permanent("no queue", null);
        };
    FileIntakeHandler failing =
        new FileIntakeHandler(
            system.intake(system.tasks, system.objects, broken), system.entries::add);

    assertThatThrownBy(
            () ->
                failing.handle(
                    event(MemorySystem.BUCKET, file.key(), file.versionId().orElseThrow())))
        .isInstanceOf(ExpungeException.class);
    assertThat(system.entries).last().isInstanceOf(LogEntry.Fault.class);
  }

  private void handle(S3Event event) {
    handler.handle(event);
  }

  private static S3Event event(String bucket, String encodedKey, String version) {
    String json =
        """
        {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3",
          "eventName": "ObjectCreated:Put", "eventTime": "2026-01-01T00:00:00.000Z",
          "s3": {"bucket": {"name": "%s"}, "object": {"key": "%s", "versionId": "%s"}}}]}
        """
            .formatted(bucket, encodedKey, version);
    return S3Events.read(json);
  }
}
