package expunge.simulator.usecase;

import static expunge.simulator.usecase.FileDeletionTest.file;
import static expunge.simulator.usecase.FileDeletionTest.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import expunge.balance.Outcome;
import expunge.dataset.Dataset;
import expunge.intake.ArrivedFile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Doorbell;
import expunge.task.Task;
import expunge.task.TaskStore;
import expunge.work.Worker;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch that does not get on: only what was tried, and is still there, has failed. */
class GivingUpTest {
  private static final ProfileKey STUCK = new ProfileKey("c1");

  @Test
  void underACeilingOneStuckProfileIsTheOnlyOneThatFails() {
    MemorySystem system = new MemorySystem(ceiling(50), 1_000);
    ArrivedFile file = drop(system, 1_000);

    system.answerAll(worker(system, GivingUpTest::refuseStuck, WorkerRules.STANDARD));

    assertOnlyTheStuckOneFailed(system, file);
  }

  @Test
  void onABusyTableOneStuckProfileIsTheOnlyOneThatFails() {
    MemorySystem system = new MemorySystem(Samples.customers(), 1_000);
    ArrivedFile file = drop(system, 1_000);

    system.answerAll(
        worker(
            system,
            keys -> {
              if (!keys.contains(STUCK) && system.scheduler.random() < 0.5) {
                throw new ExpungeException.Retryable("throttled", null);
              }
              return refuseStuck(keys);
            },
            WorkerRules.STANDARD));

    assertOnlyTheStuckOneFailed(system, file);
  }

  @Test
  void workersThatWereKilledMakeNothingFail() {
    MemorySystem system = new MemorySystem(ceiling(50), 1_000);
    ArrivedFile file = drop(system, 1_000);
    killSixWorkers(system, Doorbell.of(system.task(file).id(), 1), WorkerRules.STANDARD);

    system.answerAll();

    assertThat(system.task(file).balance().count(Outcome.DELETED)).isEqualTo(1_000);
  }

  @Test
  void whatWasNotTriedAtAllDoesNotFail() {
    WorkerRules manyWorkers = new WorkerRules(8, 70, 3, 5, Duration.ofSeconds(60));
    MemorySystem system = new MemorySystem(ceiling(1), 2);
    ArrivedFile file = drop(system, 4);
    Task task = system.task(file);
    killSixWorkers(system, Doorbell.of(task.id(), 2), manyWorkers);
    Set<ProfileKey> tried = new HashSet<>();
    Worker warm =
        worker(
            system,
            keys -> {
              tried.addAll(keys);
              return List.of();
            },
            manyWorkers);
    warm.answer(
        Doorbell.of(task.id(), 1),
        Deadline.in(system.scheduler.now(), Duration.ofSeconds(60), Duration.ofSeconds(15)));

    warm.answer(Doorbell.of(task.id(), 2), system.deadline());

    assertThat(tried).hasSize(1);
    assertThat(system.tasks.batch(task.id(), 2).orElseThrow().isFinal()).isFalse();
    system.answerAll(warm);
    assertThat(system.task(file).balance().count(Outcome.DELETED)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void howOftenABellRingsDoesNotDecideWhenToGiveUp(int copies) {
    MemorySystem system = new MemorySystem(Samples.customers(), 100);
    ArrivedFile file = drop(system, 100);
    Instant up = system.scheduler.now().plusSeconds(40);
    Doorbell bell = Doorbell.of(system.task(file).id(), 1);
    system.doorbells.ring(Collections.nCopies(copies, bell), Duration.ZERO);

    system.answerAll(
        worker(
            system,
            keys -> {
              if (system.scheduler.now().isBefore(up)) {
                throw new ExpungeException.Permanent("refused for a while", null);
              }
              return List.of();
            },
            WorkerRules.STANDARD));

    assertThat(system.task(file).balance().count(Outcome.DELETED)).isEqualTo(100);
  }

  @Test
  void whatHasFailedStaysFailedThoughItsFirstCommitWasLost() {
    MemorySystem system = new MemorySystem(Samples.customers(), 100);
    ArrivedFile file = drop(system, 100);
    AtomicInteger lost = new AtomicInteger();
    TaskStore busy =
        Meddling.with(
            TaskStore.class,
            system.tasks,
            (method, real) -> {
              if (method.equals("commit") && lost.getAndIncrement() == 0) {
                throw new ExpungeException.Retryable("busy", null);
              }
              return real.make();
            });
    ProfileStore stubborn = new StubbornProfiles(system.profiles, GivingUpTest::refuseStuck);

    system.answerAll(
        system.worker(busy, system.objects, system.doorbells, stubborn, WorkerRules.STANDARD));

    assertThat(lost).hasValue(2);
    assertThat(system.task(file).balance().count(Outcome.FAILED)).isEqualTo(1);
    assertThat(system.task(file).balance().count(Outcome.DELETED)).isEqualTo(99);
  }

  @Test
  void noPacedCallBeginsAfterTheDeadline() {
    MemorySystem system = new MemorySystem(ceiling(10), 1_000);
    ArrivedFile file = drop(system, 1_000);
    Deadline deadline = system.deadline();

    worker(system, _ -> List.of(), WorkerRules.STANDARD)
        .answer(Doorbell.of(system.task(file).id(), 1), deadline);

    assertThat(system.scheduler.now()).isBeforeOrEqualTo(deadline.lastStart());
    assertThat(system.tasks.batch(system.task(file).id(), 1).orElseThrow().isFinal()).isFalse();
  }

  private static List<ProfileKey> refuseStuck(List<ProfileKey> keys) {
    if (keys.contains(STUCK)) {
      throw new ExpungeException.Permanent("refused", null);
    }
    return List.of();
  }

  private static Dataset ceiling(int writesPerSecond) {
    return Samples.customers().atMost(writesPerSecond);
  }

  /** A file of existing profiles, taken in; nobody has answered its bell yet. */
  private static ArrivedFile drop(MemorySystem system, int rows) {
    system.addProfiles(keys(1, rows));
    ArrivedFile file = system.put("a.csv", file(1, rows), Map.of());
    system.intake().fileArrived(file);
    return file;
  }

  private static Worker worker(
      MemorySystem system, UnaryOperator<List<ProfileKey>> unprocessed, WorkerRules rules) {
    return system.worker(
        system.tasks,
        system.objects,
        system.doorbells,
        new StubbornProfiles(system.profiles, unprocessed),
        rules);
  }

  /** Each dies at its first delete, and leaves its lease. */
  private static void killSixWorkers(MemorySystem system, Doorbell bell, WorkerRules rules) {
    for (int i = 0; i < 6; i++) {
      Worker dying =
          worker(
              system,
              _ -> {
                throw new Crashing.Death();
              },
              rules);
      assertThatExceptionOfType(Crashing.Death.class)
          .isThrownBy(() -> dying.answer(bell, system.deadline()));
      system.scheduler.advance(Duration.ofMinutes(12));
    }
  }

  private static void assertOnlyTheStuckOneFailed(MemorySystem system, ArrivedFile file) {
    Task task = system.task(file);
    assertThat(task.balance().count(Outcome.FAILED)).isEqualTo(1);
    assertThat(task.balance().count(Outcome.DELETED)).isEqualTo(999);
    assertThat(system.hasProfile(STUCK.value())).isTrue();
  }
}
