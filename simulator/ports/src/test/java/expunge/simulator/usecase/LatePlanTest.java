package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import expunge.intake.ArrivedFile;
import expunge.object.ObjectStore;
import expunge.profile.ProfileStore;
import expunge.simulator.MemorySystem;
import expunge.simulator.Shop;
import expunge.task.Doorbell;
import expunge.task.TaskState;
import expunge.work.Worker;
import expunge.work.WorkerRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan names people: it does not outlast its task, even if it is written after the end. */
class LatePlanTest {
  private final MemorySystem system = Shop.system(100, List.of("a", "b"));
  private final ArrivedFile file = system.put("a.csv", "email\na@example.com\n", Map.of());
  private boolean cancelled;

  @Test
  void aWorkerRemovesThePlanThatItWroteWhenItsTaskHadEnded() {
    system.intake().fileArrived(file);
    system.answerAll(worker(system.objects));

    assertThat(system.task(file).state()).isEqualTo(TaskState.CANCELLED);
    assertThat(system.objects.keys("work/")).isEmpty();
    assertThat(system.hasProfile("a")).isTrue();
  }

  @Test
  void aWorkerThatDiesThereLeavesItToWhoeverGetsItsMessage() {
    system.intake().fileArrived(file);
    Worker dying = worker(Meddling.with(ObjectStore.class, system.objects, this::die));
    assertThatExceptionOfType(Death.class).isThrownBy(() -> system.answerAll(dying));
    assertThat(system.objects.keys("work/")).isNotEmpty();

    Doorbell again = Doorbell.of(system.idOf(file), 1);
    system.worker().answer(again, system.deadline());

    assertThat(system.objects.keys("work/")).isEmpty();
  }

  /** Whose task is cancelled, and ends, while it looks its rows up. */
  private Worker worker(ObjectStore objects) {
    return system.worker(
        system.tasks,
        objects,
        system.doorbells,
        Meddling.with(ProfileStore.class, system.profiles, this::cancelFirst),
        WorkerRules.STANDARD);
  }

  private Object cancelFirst(String method, Meddling.RealCall real) throws Throwable {
    if (method.equals("matching") && !cancelled) {
      cancelled = true;
      system.control().cancel(system.idOf(file));
      system.answerAll();
    }
    return real.make();
  }

  private Object die(String method, Meddling.RealCall real) throws Throwable {
    Object answer = real.make();
    if (cancelled && method.equals("replace")) {
      throw new Death();
    }
    return answer;
  }

  /** Nobody catches it. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }
}
