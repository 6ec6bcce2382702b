package expunge.fileintake;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.intake.ArrivedFile;
import expunge.log.LogEntry;
import expunge.log.LogEntry.EventIgnored.Why;
import expunge.simulator.EventFile;
import expunge.simulator.Market;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Task;
import expunge.task.TaskQuery;
import expunge.task.TaskState;
import expunge.task.TaskSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file in {@code events/file-intake}, with all the objects that they name in the bucket, that
 * of an import in the one of a system that takes imports.
 */
class EventsTest {
  private static final String MODULE = "file-intake";

  private final MemorySystem system = new MemorySystem(Samples.customers(), 100);
  private final ArrivedFile dropped = EventFile.drop(system);
  private final FileIntakeHandler handler =
      new FileIntakeHandler(system.intake(), system.entries::add);

  private final MemorySystem market = new MemorySystem(Market.dataset(), 100);
  private final FileIntakeHandler ofMarket =
      new FileIntakeHandler(market.intake(), market.entries::add);

  private final Map<String, Runnable> expected =
      Map.of(
          "put.json", this::theTaskIsThatOfTheDecodedKey,
          "multipart.json", () -> assertThat(running()).containsExactly("november.csv"),
          "upload.json", () -> assertIgnoredAsNoFile(),
          "upload-import.json", this::theImportRuns,
          "folder.json", () -> assertIgnoredAsNoFile(),
          "test-event.json", () -> assertThat(system.entries).isEmpty());

  @BeforeEach
  void putTheOtherObjects() {
    put("drop/november.csv", "3IgexzC5pQvkXd1N4XVvFPAs55YPJwrD", "MaestraId\n2000\n");
    put(
        "uploads/2e7q79n061397qqsi7kfchcsk6/leavers.csv",
        "gW0uBVp9LX5Xtzr4QXv03RiZu8WpSH0z",
        "MaestraId\n3000\n");
    put("drop/customers/", "nZoxJyDpbksJMEN2ovd0RNlvCjsBk4Mn", "");
    EventFile.upload(market);
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyEventDoesWhatIsExpected(String file) throws IOException {
    FileIntakeHandler intake = file.contains("import") ? ofMarket : handler;
    intake.handle(S3Events.read(EventFile.read(MODULE, file)));

    Objects.requireNonNull(expected.get(file), "nothing is expected of " + file).run();
  }

  @Test
  void everythingExpectedHasItsFile() throws IOException {
    assertThat(files()).containsExactlyInAnyOrderElementsOf(expected.keySet());
  }

  static List<String> files() throws IOException {
    return EventFile.namesOfAll(MODULE);
  }

  private void theTaskIsThatOfTheDecodedKey() {
    assertThat(running()).containsExactly("spring clean+up.csv");
    assertThat(system.task(dropped).totals().rows()).isEqualTo(EventFile.LISTED.size());
    assertThat(system.doorbells.queued()).hasSize(1);
  }

  private void theImportRuns() {
    Task task = market.tasks.find(EventFile.IMPORT).orElseThrow();
    assertThat(task.state()).isEqualTo(TaskState.RUNNING);
    assertThat(task.totals().rows()).isEqualTo(2);
    assertThat(market.importBells.queued()).hasSize(1);
  }

  private void assertIgnoredAsNoFile() {
    assertThat(system.entries).containsExactly(new LogEntry.EventIgnored(Why.NO_FILE));
    assertThat(running()).isEmpty();
  }

  private List<String> running() {
    return system.tasks.list(TaskQuery.all(10)).tasks().stream()
        .filter(task -> task.state() == TaskState.RUNNING)
        .map(TaskSummary::fileName)
        .toList();
  }

  private void put(String key, String versionId, String text) {
    system.objects.put(key, versionId, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }
}
