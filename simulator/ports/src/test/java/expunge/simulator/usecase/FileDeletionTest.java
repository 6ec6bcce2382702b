package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.intake.ArrivedFile;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Task;
import expunge.task.TaskState;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileDeletionTest {
  private final MemorySystem system = new MemorySystem(Samples.customers(), 3);

  @Test
  void everyRowGetsItsOneOutcomeInTheOrderOfTheFile() {
    system.addProfiles(List.of("anna", "bert", "carl"));

    Task task = system.run("a.csv", "MaestraId\nanna\nnobody\n\n anna \n\"a\tb\"\nbert\n");

    assertThat(task.state()).isEqualTo(TaskState.COMPLETED_WITH_ERRORS);
    assertThat(system.report(task).lines())
        .containsExactly(
            "line,identifier,outcome,profiles,reason",
            "2,anna,deleted,1,",
            "3,nobody,not_found,0,",
            "5,anna,duplicate,0,same identifier as line 2",
            "6,a\tb,invalid,0,\"The identifier contains a character that can't be seen (a control"
                + " or zero-width character, or a no-break space): export it again from its source"
                + " or retype it.\"",
            "7,bert,deleted,1,");
    assertThat(task.balance())
        .isEqualTo(
            new Balance(
                Map.of(
                    Outcome.DELETED, 2L,
                    Outcome.NOT_FOUND, 1L,
                    Outcome.DUPLICATE, 1L,
                    Outcome.INVALID, 1L)));
    assertThat(task.profilesDeleted()).isEqualTo(2);
  }

  @Test
  void profilesThatAreNotInTheFileStay() {
    system.addProfiles(List.of("7", "007", "07", "70", "anna"));

    system.run("a.csv", "MaestraId\n007\n");

    assertThat(system.hasProfile("007")).isFalse();
    assertThat(List.of("7", "07", "70", "anna")).allMatch(system::hasProfile);
  }

  @Test
  void missingAndRepeatedRowsAloneAreNoErrors() {
    system.addProfiles(List.of("anna"));

    Task task = system.run("a.csv", "MaestraId\nanna\nanna\nnobody\n");

    assertThat(task.state()).isEqualTo(TaskState.COMPLETED);
  }

  @Test
  void aDuplicateIsFoundAcrossBatches() {
    system.addProfiles(keys(1, 10));

    Task task = system.run("a.csv", file(1, 10) + "c4\n");

    assertThat(system.report(task)).contains("12,c4,duplicate,0,same identifier as line 5");
    assertThat(task.balance().count(Outcome.DELETED)).isEqualTo(10);
    assertThat(task.balance().rows()).isEqualTo(11);
  }

  @Test
  void theReportOfAFileWithoutAnyValidRowIsWholeToo() {
    Task task = system.run("a.csv", "MaestraId\n \n\"\"\n");

    assertThat(task.balance()).isEqualTo(new Balance(Map.of(Outcome.INVALID, 2L)));
    assertThat(system.report(task).lines()).hasSize(3);
  }

  @Test
  void otherColumnsAreIgnoredAndNamed() {
    system.addProfiles(List.of("anna"));

    Task task = system.run("a.csv", "name;MaestraId;city\nA;anna;B\n");

    assertThat(system.hasProfile("anna")).isFalse();
    assertThat(task.totals().layout().ignoredColumns()).containsExactly("name", "city");
  }

  @Test
  void theDropperFindsWhatBecameOfTheFile() {
    Task task = system.run("sub.csv", "MaestraId\nnobody\n");

    assertThat(system.objects.text("results/by-file/drop/sub.csv.json"))
        .contains("\"taskId\": \"" + task.id() + "\"", "\"state\": \"COMPLETED\"")
        .contains("\"status\": \"https://api.example/tasks/" + task.id() + "\"");
  }

  @Test
  void anEarlierFileUnderTheSameKeyDoesNotTakeTheNoteOfTheLater() {
    ArrivedFile first = system.put("a.csv", "MaestraId\nx\n", Map.of());
    system.intake().fileArrived(first);
    system.scheduler.advance(java.time.Duration.ofSeconds(1));
    ArrivedFile second = system.put("a.csv", "MaestraId\ny\n", Map.of());
    system.intake().fileArrived(second);

    system.answerAll();

    assertThat(system.task(first).state()).isEqualTo(TaskState.COMPLETED);
    assertThat(system.objects.text("results/by-file/drop/a.csv.json"))
        .contains(system.task(second).id().value());
  }

  @Test
  void optionsComeAsMetadata() {
    Map<String, String> metadata =
        Map.of("description", "spring", "requested-by", "ops", "purpose", "clean_up");
    ArrivedFile file = system.put("customers/a.csv", "MaestraId\nx\n", metadata);
    system.intake().fileArrived(file);

    Task task = system.task(file);
    assertThat(task.request().description()).contains("spring");
    assertThat(task.request().requestedBy()).contains("ops");
    assertThat(task.request().purpose()).contains("clean_up");
  }

  static List<String> keys(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(n -> "c" + n).toList();
  }

  static String file(int from, int to) {
    return "MaestraId\n" + String.join("\n", keys(from, to)) + "\n";
  }
}
