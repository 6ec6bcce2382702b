package expunge.simulator.usecase;

import static expunge.balance.Outcome.CREATED;
import static expunge.balance.Outcome.DUPLICATE;
import static expunge.balance.Outcome.INVALID;
import static expunge.balance.Outcome.SUPPRESSED;
import static expunge.balance.Outcome.UPDATED;
import static expunge.simulator.usecase.Imported.byEmail;
import static expunge.simulator.usecase.Imported.outcomes;
import static expunge.simulator.usecase.Imported.profile;
import static expunge.simulator.usecase.Imported.text;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.imports.CustomerStore;
import expunge.imports.ImportPorts;
import expunge.intake.ArrivedFile;
import expunge.object.ObjectStore;
import expunge.profile.ProfileStore;
import expunge.simulator.Market;
import expunge.simulator.MemorySystem;
import expunge.suppression.SuppressionList;
import expunge.task.Doorbells;
import expunge.task.ImportSettings;
import expunge.task.Task;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import expunge.work.Worker;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker of imports has trouble at each of its port calls in turn, and another one goes on. */
class ImportCrashTest {
  private static final String FILE =
      """
      email,phone,name
      a@x.com,11,Ann
      b@x.com,,Bob
      gone@x.com,,Gus
      A@x.com,,Ann
      ,,Nobody
      c@x.com,33,Cid
      d@x.com,,Dan
      """;
  private static final ImportSettings SETTINGS =
      new ImportSettings(
          Optional.empty(), Optional.empty(), Optional.of("fair"), Optional.of("Came"));
  private static final int MANY = 10_000;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWorkerMayDieAtAnyCallAndAnotherGoesOn(boolean effect) {
    int deaths = 0;
    for (int at = 1; at < MANY; at++) {
      MemorySystem system = system();
      ArrivedFile file = uploaded(system);
      Crashing crash = new Crashing(at, effect);
      crash.answerUntilDeath(system, system.importBells, worker(system, crash));
      if (!crash.happened()) {
        break;
      }
      deaths++;
      system.answerImports(system.importWorker());
      assertExact(system, file);
    }
    assertThat(deaths).isGreaterThan(50);
  }

  @Test
  void aProfileThatSomebodyHasChangedSinceIsNotWrittenTwice() {
    int deaths = 0;
    for (int at = 1; at < MANY; at++) {
      MemorySystem system = system();
      uploaded(system);
      Crashing crash = new Crashing(at, true);
      crash.answerUntilDeath(system, system.importBells, worker(system, crash));
      if (!crash.happened()) {
        break;
      }
      deaths++;
      boolean wasWritten = text("Bob").equals(byEmail(system, "b@x.com").orElseThrow().get("name"));
      if (wasWritten) {
        profile(system, "b", Map.of("email", "b@x.com", "name", "Bobby"));
      }
      system.answerImports(system.importWorker());
      if (wasWritten) {
        assertThat(byEmail(system, "b@x.com").orElseThrow()).containsEntry("name", text("Bobby"));
      }
    }
    assertThat(deaths).isGreaterThan(50);
  }

  @Test
  void anyCallMayTakeTooLong() {
    int calls = 0;
    for (int at = 1; at < MANY; at++) {
      MemorySystem system = system();
      ArrivedFile file = uploaded(system);
      Slow slow = new Slow(system, at);
      system.answerImports(slow.worker());
      assertExact(system, file);
      if (slow.calls < at) {
        break;
      }
      calls++;
    }
    assertThat(calls).isGreaterThan(50);
  }

  /** One call takes so long that none may begin after it. */
  private static final class Slow {
    private static final Duration TOO_LONG = Duration.ofSeconds(110);

    private final MemorySystem system;
    private final int at;
    private int calls;

    Slow(MemorySystem system, int at) {
      this.system = system;
      this.at = at;
    }

    Worker worker() {
      return system.importWorker(
          port(TaskStore.class, system.tasks),
          port(ObjectStore.class, system.objects),
          port(Doorbells.class, system.importBells),
          new ImportPorts(
              port(ProfileStore.class, system.profiles),
              port(CustomerStore.class, system.customers),
              port(SuppressionList.class, system.suppressions),
              () -> MemorySystem.KEY),
          WorkerRules.STANDARD);
    }

    private <T> T port(Class<T> type, T port) {
      return Meddling.with(
          type,
          port,
          (_, real) -> {
            Object answer = real.make();
            calls++;
            system.scheduler.advance(calls == at ? TOO_LONG : Duration.ZERO);
            return answer;
          });
    }
  }

  private static MemorySystem system() {
    MemorySystem system = new MemorySystem(Market.dataset(), 3);
    profile(system, "gone", Map.of("email", "gone@x.com"));
    profile(system, "b", Map.of("email", "b@x.com", "name", "Robert"));
    system.run("gone.csv", "id\ngone\n");
    return system;
  }

  private static ArrivedFile uploaded(MemorySystem system) {
    ArrivedFile file = system.upload(FILE, SETTINGS);
    system.intake().fileArrived(file);
    return file;
  }

  static Worker worker(MemorySystem system, Crashing crash) {
    return system.importWorker(
        crash.port(TaskStore.class, system.tasks),
        crash.port(ObjectStore.class, system.objects),
        crash.port(Doorbells.class, system.importBells),
        new ImportPorts(
            crash.port(ProfileStore.class, system.profiles),
            crash.port(CustomerStore.class, system.customers),
            crash.port(SuppressionList.class, system.suppressions),
            () -> MemorySystem.KEY),
        WorkerRules.STANDARD);
  }

  private static void assertExact(MemorySystem system, ArrivedFile file) {
    Task task = system.uploaded(file);
    assertThat(task.state()).isEqualTo(TaskState.COMPLETED_WITH_ERRORS);
    assertThat(outcomes(system, task))
        .containsExactly(CREATED, UPDATED, SUPPRESSED, DUPLICATE, INVALID, CREATED, CREATED);
    assertThat(task.balance().rows()).isEqualTo(7);
    assertThat(system.tables.all(Market.PROFILES)).hasSize(4);
    assertThat(system.tables.all(Market.ACTIVITIES)).hasSize(4);
    assertThat(system.tables.all(Market.MEMBERSHIPS)).hasSize(4);
    assertThat(byEmail(system, "b@x.com").orElseThrow())
        .containsEntry("id", text("b"))
        .containsEntry("name", text("Bob"));
    assertThat(system.objects.keys("work/")).isEmpty();
  }
}
