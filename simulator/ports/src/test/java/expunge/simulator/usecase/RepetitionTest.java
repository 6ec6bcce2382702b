package expunge.simulator.usecase;

import static expunge.simulator.usecase.FileDeletionTest.file;
import static expunge.simulator.usecase.FileDeletionTest.keys;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.intake.ArrivedFile;
import expunge.object.ObjectStore;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Doorbell;
import expunge.task.Task;
import expunge.work.Answer;
import expunge.work.Worker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepetitionTest {
  private final MemorySystem system = new MemorySystem(Samples.customers(), 3);

  @Test
  void theSameEventTwiceIsOneTask() {
    system.addProfiles(keys(1, 10));
    ArrivedFile file = system.put("a.csv", file(1, 10), Map.of());

    system.intake().fileArrived(file);
    system.intake().fileArrived(file);
    system.answerAll();

    assertEnded(system.task(file));
  }

  @Test
  void theSameEventAfterTheEndChangesNothing() {
    system.addProfiles(keys(1, 10));
    ArrivedFile file = system.put("a.csv", file(1, 10), Map.of());
    system.intake().fileArrived(file);
    system.answerAll();
    Task ended = system.task(file);
    system.addProfiles(List.of("c3"));

    system.intake().fileArrived(file);
    system.answerAll();

    assertThat(system.task(file)).isEqualTo(ended);
    assertThat(system.hasProfile("c3")).isTrue();
  }

  @Test
  void everyBellThreeTimesToTwoWorkersChangesNothing() {
    system.addProfiles(keys(1, 10));
    ArrivedFile file = system.put("a.csv", file(1, 10), Map.of());
    system.intake().fileArrived(file);
    Worker one = system.worker();
    Worker two = system.worker();

    while (!system.doorbells.queued().isEmpty()) {
      system.scheduler.waitUntil(system.doorbells.queued().getFirst().due());
      for (Doorbell bell : system.doorbells.takeDue(system.scheduler.now())) {
        assertThat(one.answer(bell, system.deadline())).isEqualTo(Answer.ACKNOWLEDGE);
        assertThat(two.answer(bell, system.deadline())).isEqualTo(Answer.ACKNOWLEDGE);
        assertThat(one.answer(bell, system.deadline())).isEqualTo(Answer.ACKNOWLEDGE);
      }
    }

    assertEnded(system.task(file));
    Task ended = system.task(file);
    for (int batch = 1; batch <= 4; batch++) {
      assertThat(two.answer(Doorbell.of(ended.id(), batch), system.deadline()))
          .isEqualTo(Answer.ACKNOWLEDGE);
    }
    assertThat(system.task(file)).isEqualTo(ended);
    assertThat(system.doorbells.queued()).isEmpty();
  }

  @Test
  void aProfileThatComesBackAfterItsBatchWasCommittedStays() {
    system.addProfiles(keys(1, 6));
    ArrivedFile file = system.put("a.csv", file(1, 6), Map.of());
    system.intake().fileArrived(file);
    Worker worker = system.worker();
    worker.answer(Doorbell.of(system.task(file).id(), 1), system.deadline());
    system.addProfiles(List.of("c1"));

    worker.answer(Doorbell.of(system.task(file).id(), 1), system.deadline());
    system.answerAll();

    assertThat(system.hasProfile("c1")).isTrue();
  }

  @Test
  void aBellForATaskThatIsNotOnRecordIsAcknowledged() {
    Doorbell stray = Doorbell.of(Samples.staging("drop/none.csv").id(), 1);

    assertThat(system.worker().answer(stray, system.deadline())).isEqualTo(Answer.ACKNOWLEDGE);
  }

  @Test
  void aSlowSecondIntakeLeavesNoNoteOfTheBeginning() {
    ArrivedFile file = system.put("a.csv", file(1, 10), Map.of());
    boolean[] overtaken = {false};
    ObjectStore slow =
        Meddling.with(
            ObjectStore.class,
            system.objects,
            (method, real) -> {
              if (method.equals("replace") && !overtaken[0]) {
                overtaken[0] = true;
                system.intake().fileArrived(file);
                system.answerAll();
              }
              return real.make();
            });

    system.intake(system.tasks, slow, system.doorbells).fileArrived(file);

    assertThat(overtaken[0]).isTrue();
    assertThat(system.objects.text("results/by-file/drop/a.csv.json")).contains("COMPLETED");
  }

  @Test
  void anIntakeThatDiedBeforeItsBellIsTakenUpThoughTheFileIsGone() {
    system.addProfiles(keys(1, 10));
    ArrivedFile file = system.put("a.csv", file(1, 10), Map.of());
    system.intake().fileArrived(file);
    system.doorbells.takeDue(system.scheduler.now());
    ObjectStore empty =
        Meddling.with(
            ObjectStore.class,
            system.objects,
            (method, real) -> method.equals("describe") ? Optional.empty() : real.make());

    system.intake(system.tasks, empty, system.doorbells).fileArrived(file);
    system.answerAll();

    assertEnded(system.task(file));
  }

  private void assertEnded(Task task) {
    assertThat(task.state().isTerminal()).isTrue();
    assertThat(task.balance().rows()).isEqualTo(10);
    assertThat(task.profilesDeleted()).isEqualTo(10);
    assertThat(system.report(task).lines()).hasSize(11);
    assertThat(keys(1, 10)).noneMatch(system::hasProfile);
  }
}
