package expunge.simulator.usecase;

import static expunge.balance.Outcome.CANCELLED;
import static expunge.balance.Outcome.CREATED;
import static expunge.balance.Outcome.UPDATED;
import static expunge.simulator.usecase.Imported.byEmail;
import static expunge.simulator.usecase.Imported.outcomes;
import static expunge.simulator.usecase.Imported.profile;
import static expunge.simulator.usecase.Imported.text;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import expunge.intake.ArrivedFile;
import expunge.simulator.Market;
import expunge.simulator.MemorySystem;
import expunge.task.Doorbell;
import expunge.task.ImportSettings;
import expunge.task.Task;
import expunge.task.TaskState;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What two workers, two imports, or people and an import do at once. */
class ImportRaceTest {
  private final MemorySystem system = new MemorySystem(Market.dataset(), 3);

  private ArrivedFile arrived(String file) {
    ArrivedFile arrived = system.upload(file, ImportSettings.NONE);
    system.intake().fileArrived(arrived);
    return arrived;
  }

  @Test
  void twoImportsAtOnceOfSomebodyNewMakeOneProfile() {
    ArrivedFile first = arrived("email,name\na@x.com,One\n");

    system.answerImports(
        Imports.beforeWriting(
            system, () -> system.runImport("email,name\nA@x.com,Two\n", ImportSettings.NONE)));

    assertThat(outcomes(system, system.uploaded(first))).containsExactly(CREATED);
    assertThat(system.tables.all(Market.PROFILES)).hasSize(1);
    assertThat(byEmail(system, "a@x.com").orElseThrow()).containsEntry("name", text("One"));
    assertThat(system.tables.all(Market.ACTIVITIES)).hasSize(2);
  }

  @Test
  void aWorkerThatWakesUpTooLateWritesNothingOverWhatPeopleHaveChanged() {
    profile(system, "c1", Map.of("email", "a@x.com"));
    ArrivedFile file = arrived("email,name\na@x.com,One\n");
    Task task = system.uploaded(file);

    system.answerImports(
        Imports.beforeWriting(
            system,
            () -> {
              system.scheduler.advance(Duration.ofHours(1));
              system.importWorker().answer(Doorbell.of(task.id(), 1), system.deadline());
              profile(system, "c1", Map.of("email", "a@x.com", "name", "Two"));
            }));

    assertThat(outcomes(system, system.uploaded(file))).containsExactly(UPDATED);
    assertThat(byEmail(system, "a@x.com").orElseThrow()).containsEntry("name", text("Two"));
    assertThat(system.tables.all(Market.ACTIVITIES)).hasSize(1);
  }

  @Test
  void aPausedImportBeginsNoBatchAndGoesOnLater() {
    ArrivedFile file = arrived("email\na@x.com\nb@x.com\nc@x.com\nd@x.com\n");
    Task task = system.uploaded(file);
    system.answerImports(Imports.beforeWriting(system, () -> system.control().pause(task.id())));

    assertThat(system.uploaded(file).state()).isEqualTo(TaskState.PAUSED);
    assertThat(system.uploaded(file).balance().count(CREATED)).isLessThan(4).isPositive();
    system.control().resume(task.id());
    system.answerImports(system.importWorker());

    assertThat(system.uploaded(file).state()).isEqualTo(TaskState.COMPLETED);
    assertThat(outcomes(system, system.uploaded(file))).hasSize(4).containsOnly(CREATED);
  }

  @Test
  void aBatchWithAPlanIsCarriedOutAfterACancel() {
    ArrivedFile file = arrived("email\na@x.com\nb@x.com\nc@x.com\nd@x.com\n");
    Task task = system.uploaded(file);

    system.answerImports(Imports.beforeWriting(system, () -> system.control().cancel(task.id())));

    Task ended = system.uploaded(file);
    assertThat(ended.state()).isEqualTo(TaskState.CANCELLED);
    assertThat(outcomes(system, ended)).containsOnly(CREATED, CANCELLED);
    long created = outcomes(system, ended).stream().filter(Outcome.CREATED::equals).count();
    assertThat(system.tables.all(Market.PROFILES)).hasSize(Math.toIntExact(created));
  }
}
