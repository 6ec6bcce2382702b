package expunge.simulator.usecase;

import static expunge.simulator.usecase.FileDeletionTest.keys;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.intake.ArrivedFile;
import expunge.object.ObjectStore;
import expunge.profile.ProfileStore;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Doorbells;
import expunge.task.Task;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import expunge.work.Worker;
import expunge.work.WorkerRules;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process dies at each of its port calls in turn, and what it held comes back to another one. */
class CrashTest {
  private static final String FILE = "MaestraId\nc1\nnobody\nc2\nc3\nc1\nc4\n\"\"\nc5\n";
  private static final int MANY = 10_000;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void intakeMayDieAtAnyCallAndRunAgain(boolean effect) {
    int deaths = 0;
    for (int at = 1; at < MANY; at++) {
      MemorySystem system = system();
      ArrivedFile file = system.put("a.csv", FILE, Map.of());
      Crashing crash = new Crashing(at, effect);
      intake(system, file, crash);
      if (!crash.happened()) {
        break;
      }
      deaths++;
      system.intake().fileArrived(file);
      system.answerAll();
      assertExact(system, file);
    }
    assertThat(deaths).isGreaterThan(5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWorkerMayDieAtAnyCallAndAnotherGoesOn(boolean effect) {
    int deaths = 0;
    for (int at = 1; at < MANY; at++) {
      MemorySystem system = system();
      ArrivedFile file = system.put("a.csv", FILE, Map.of());
      system.intake().fileArrived(file);
      Crashing crash = new Crashing(at, effect);
      answerUntilDeath(system, crash);
      if (!crash.happened()) {
        break;
      }
      deaths++;
      system.answerAll();
      assertExact(system, file);
    }
    assertThat(deaths).isGreaterThan(30);
  }

  private static MemorySystem system() {
    MemorySystem system = new MemorySystem(Samples.customers(), 3);
    system.addProfiles(keys(1, 6));
    return system;
  }

  private static void intake(MemorySystem system, ArrivedFile file, Crashing crash) {
    try {
      system
          .intake(
              crash.port(TaskStore.class, system.tasks),
              crash.port(ObjectStore.class, system.objects),
              crash.port(Doorbells.class, system.doorbells))
          .fileArrived(file);
    } catch (Crashing.Death death) {
      assertThat(crash.happened()).isTrue();
    }
  }

  private static void answerUntilDeath(MemorySystem system, Crashing crash) {
    Worker worker =
        system.worker(
            crash.port(TaskStore.class, system.tasks),
            crash.port(ObjectStore.class, system.objects),
            crash.port(Doorbells.class, system.doorbells),
            crash.port(ProfileStore.class, system.profiles),
            WorkerRules.STANDARD);
    crash.answerUntilDeath(system, worker);
  }

  private static void assertExact(MemorySystem system, ArrivedFile file) {
    Task task = system.task(file);
    assertThat(task.state()).isEqualTo(TaskState.COMPLETED_WITH_ERRORS);
    assertThat(task.balance())
        .isEqualTo(
            new Balance(
                Map.of(
                    Outcome.DELETED, 5L,
                    Outcome.NOT_FOUND, 1L,
                    Outcome.DUPLICATE, 1L,
                    Outcome.INVALID, 1L)));
    assertThat(system.report(task).lines()).hasSize(9);
    assertThat(system.hasProfile("c6")).isTrue();
    assertThat(keys(1, 5)).noneMatch(system::hasProfile);
    assertThat(system.objects.text("results/by-file/drop/a.csv.json"))
        .contains("COMPLETED_WITH_ERRORS");
  }
}
