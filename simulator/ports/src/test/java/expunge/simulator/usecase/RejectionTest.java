package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import expunge.file.Problem;
import expunge.intake.ArrivedFile;
import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.run.ExpungeException;
import expunge.simulator.BadFile;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Doorbell;
import expunge.task.Doorbells;
import expunge.task.Task;
import expunge.task.TaskState;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is not acceptable leaves no trace but its task and its note. */
class RejectionTest {
  private static final String GOOD = "MaestraId\n" + String.join("\n", BadFile.LISTED) + "\n";

  private final MemorySystem system = new MemorySystem(withEmail(), 1_000);
  private final List<Doorbell> rung = new ArrayList<>();
  private final Doorbells counting =
      (bells, delay) -> {
        rung.addAll(bells);
        return system.doorbells.ring(bells, delay);
      };

  @ParameterizedTest
  @EnumSource
  void aBadFileIsRejectedWithItsLineItsRuleAndWhatToDo(BadFile bad) {
    Problem problem = rejected(system.put("bad.csv", bad.content(), Map.of()));

    assertThat(problem.type()).isEqualTo(bad.type());
    assertThat(problem.line()).contains(bad.line());
    assertThat(problem.detail()).contains(bad.rule());
    assertThat(problem.remedy()).startsWith(bad.remedy());
  }

  @Test
  void theByteThatCannotBeDecodedIsNamedByItsPlaceInTheFile() {
    byte[] content = BadFile.UNDECODABLE_BYTE_IN_ROW_900_000.content();
    long place = (long) content.length - "\u00FF\nlast\n".length();

    Problem problem = rejected(system.put("bad.csv", content, Map.of()));

    assertThat(problem.position()).contains(place);
    assertThat(problem.detail()).contains("position %,d of the file".formatted(place));
  }

  @Test
  void anUnknownDatasetInThePathIsRejectedWithThoseThatThereAre() {
    Problem problem = rejected(system.put("suppliers/a.csv", GOOD, Map.of()));

    assertThat(problem.type()).isEqualTo("unknown-dataset");
    assertThat(problem.detail()).contains("a dataset that is not declared");
    assertThat(problem.remedy()).contains("drop/{dataset}/name.csv", "customers");
  }

  @Test
  void anUnknownDeletionTypeIsRejectedWithThoseThatThereAre() {
    Problem problem = rejected(system.put("a.csv", GOOD, Map.of("deletion-type", "half")));

    assertThat(problem.type()).isEqualTo("unknown-deletion-type");
    assertThat(problem.detail()).contains("deletion-type");
    assertThat(problem.remedy()).contains("complete");
  }

  @Test
  void anUnknownPurposeIsRejectedWithThoseThatThereAre() {
    Problem problem = rejected(system.put("a.csv", GOOD, Map.of("purpose", "spite")));

    assertThat(problem.type()).isEqualTo("unknown-purpose");
    assertThat(problem.detail()).contains("purpose");
    assertThat(problem.remedy()).contains("privacy_request", "clean_up");
  }

  @Test
  void aFileOlderThanTasksAreRememberedIsRejected() {
    ArrivedFile file = system.put("a.csv", GOOD, Map.of());
    system.scheduler.advance(Duration.ofDays(90).plusSeconds(1));

    Problem problem = rejected(file);

    assertThat(problem.type()).isEqualTo("file-too-old");
    assertThat(problem.detail()).contains("older than 90 days");
    assertThat(problem.remedy()).contains("Upload the file again");
  }

  @Test
  void aRejectedFileIsNotReadAgainWhenItsEventComesAgain() {
    ArrivedFile file = system.put("a.csv", BadFile.UNBALANCED_QUOTE.content(), Map.of());
    Problem problem = rejected(file);

    assertThat(rejected(file)).isEqualTo(problem);
    assertThat(system.task(file).intakeAttempts()).isEqualTo(1);
  }

  @Test
  void aFileThatCanNeverBeReadToItsEndIsRejectedAfterAllAttempts() {
    ArrivedFile file = system.put("a.csv", GOOD, Map.of());
    ObjectStore broken = losingTheConnection();
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertThatExceptionOfType(ExpungeException.Retryable.class)
          .isThrownBy(
              () -> system.intake(system.tasks, broken, system.doorbells).fileArrived(file));
    }

    assertThat(rejected(file).type()).isEqualTo("unreadable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "describe"})
  void aFileThatIsGoneBeforeItWasReadIsRejected(String call) {
    ArrivedFile file = system.put("a.csv", GOOD, Map.of());
    ObjectStore dying = losingTheConnection();
    assertThatExceptionOfType(ExpungeException.Retryable.class)
        .isThrownBy(() -> system.intake(system.tasks, dying, system.doorbells).fileArrived(file));
    boolean[] asked = {false};
    ObjectStore without =
        Meddling.with(
            ObjectStore.class,
            system.objects,
            (method, real) -> {
              if (!method.equals(call) || asked[0]) {
                return real.make();
              }
              asked[0] = true;
              if (call.equals("open")) {
                throw new ObjectGone();
              }
              return Optional.empty();
            });

    system.intake(system.tasks, without, system.doorbells).fileArrived(file);

    assertThat(rejected(file).type()).isEqualTo("file-gone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "[]",
        "no JSON",
        "{\"taskId\": \"x\", \"createdAt\": \"someone@example.com\"}"
      })
  void whatIsNoNoteInThePlaceOfANoteIsWrittenOver(String foreign) {
    system.objects.put("results/by-file/drop/a.csv.json", foreign);

    Task task = system.run("a.csv", GOOD);

    assertThat(task.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(system.objects.text("results/by-file/drop/a.csv.json")).contains("COMPLETED");
  }

  @Test
  void theNextGoodFileUnderTheSameKeyRuns() {
    rejected(system.put("a.csv", BadFile.UNBALANCED_QUOTE.content(), Map.of()));
    system.scheduler.advance(Duration.ofSeconds(1));

    Task task = system.run("a.csv", GOOD);

    assertThat(task.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(BadFile.LISTED).noneMatch(system::hasProfile);
  }

  /** A bucket whose objects can be opened and never be read. */
  private ObjectStore losingTheConnection() {
    return Meddling.with(
        ObjectStore.class,
        system.objects,
        (method, real) -> {
          if (method.equals("open")) {
            ((InputStream) real.make()).close();
            throw new ExpungeException.Retryable("the connection was lost", null);
          }
          return real.make();
        });
  }

  /** Takes a file in, and holds the system to what is promised of every rejection. */
  private Problem rejected(ArrivedFile file) {
    system.addProfiles(BadFile.LISTED);
    system.intake(system.tasks, system.objects, counting).fileArrived(file);
    system.answerAll();

    Task task = system.task(file);
    assertThat(task.state()).isEqualTo(TaskState.REJECTED);
    assertThat(BadFile.LISTED).allMatch(system::hasProfile);
    assertThat(rung).isEmpty();
    assertThat(system.doorbells.queued()).isEmpty();
    assertThat(system.tasks.batches(task.id(), 0, 1)).isEmpty();
    assertThat(system.objects.keys("work/")).isEmpty();
    Problem problem = task.problem().orElseThrow();
    assertThat(system.objects.text("results/by-file/" + file.key() + ".json"))
        .contains("\"state\": \"REJECTED\"", "\"type\": \"" + problem.type() + "\"")
        .contains(task.id().value());
    return problem;
  }

  private static Dataset withEmail() {
    return Samples.customers().with(List.of(Identifier.plain("email", KeyType.TEXT)));
  }
}
