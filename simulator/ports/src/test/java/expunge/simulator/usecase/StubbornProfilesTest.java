package expunge.simulator.usecase;

import static expunge.simulator.usecase.FileDeletionTest.file;
import static expunge.simulator.usecase.FileDeletionTest.keys;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import expunge.dataset.Dataset;
import expunge.intake.ArrivedFile;
import expunge.log.LogEntry;
import expunge.profile.ProfileKey;
import expunge.run.ExpungeException;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Task;
import expunge.task.TaskState;
import expunge.work.Worker;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The profile table is busy, slow, or refuses. */
class StubbornProfilesTest {
  private final MemorySystem system = new MemorySystem(Samples.customers(), 100);
  private final List<Integer> sizes = new ArrayList<>();

  @Test
  void onlyUnprocessedKeysAreSentAgain() {
    Task task = run(system, 60, keys -> sizes.size() == 1 ? keys.subList(5, 25) : List.of());

    assertThat(sizes).containsExactly(25, 25, 10, 20);
    assertThat(task.balance().count(Outcome.DELETED)).isEqualTo(60);
    assertThat(system.profiles.size(system.dataset)).isEmpty();
  }

  @Test
  void aCallThatWasThrottledAsAWholeIsSentAgainAfterAWait() {
    Instant before = system.scheduler.now();
    Task task =
        run(
            system,
            10,
            _ -> {
              if (sizes.size() < 4) {
                throw new ExpungeException.Retryable("throttled", null);
              }
              return List.of();
            });

    assertThat(sizes).containsExactly(10, 10, 10, 10);
    assertThat(system.scheduler.now()).isAfter(before);
    assertThat(task.balance().count(Outcome.DELETED)).isEqualTo(10);
  }

  @Test
  void aBatchThatRunsOutOfTimeIsHandedBackAndTakenUpWhereItStopped() {
    WorkerRules oneByOne = new WorkerRules(1, 10, 3, 5, Duration.ofSeconds(60));
    Task task =
        run(
            system,
            100,
            oneByOne,
            _ -> {
              system.scheduler.advance(Duration.ofSeconds(60));
              return List.of();
            });

    assertThat(sizes).containsExactly(25, 25, 25, 25);
    assertThat(system.tasks.batch(task.id(), 1).orElseThrow().progress().attempts()).isEqualTo(2);
    assertThat(task.balance().count(Outcome.DELETED)).isEqualTo(100);
    assertThat(system.report(task).lines()).hasSize(101);
  }

  /** The first lease achieves the plan, the five after it achieve nothing. */
  @Test
  void profilesThatCanNeverBeDeletedAreCountedAsFailedAndStay() {
    Task task =
        run(
            system,
            10,
            _ -> {
              throw new ExpungeException.Permanent("access denied", null);
            });

    assertThat(task.state()).isEqualTo(TaskState.COMPLETED_WITH_ERRORS);
    assertThat(task.balance().count(Outcome.FAILED)).isEqualTo(10);
    assertThat(task.profilesDeleted()).isZero();
    assertThat(system.profiles.size(system.dataset)).hasValue(10);
    assertThat(system.tasks.batch(task.id(), 1).orElseThrow().progress().attempts()).isEqualTo(6);
    assertThat(Duration.between(task.createdAt(), task.finishedAt().orElseThrow()))
        .as("two rests, and two faults that come back when their message is visible again")
        .isGreaterThan(Duration.ofMinutes(24));
  }

  @Test
  void oneProfileThatCanNotBeDeletedKeepsNoOtherFromBeingDeleted() {
    ProfileKey stuck = new ProfileKey("c1");
    MemorySystem wide = new MemorySystem(Samples.customers(), 1_000);
    Task task =
        run(
            wide,
            1_000,
            keys -> {
              if (keys.contains(stuck)) {
                throw new ExpungeException.Permanent("refused", null);
              }
              return List.of();
            });

    assertThat(task.balance().count(Outcome.FAILED)).isEqualTo(1);
    assertThat(task.balance().count(Outcome.DELETED)).isEqualTo(999);
    assertThat(wide.hasProfile("c1")).isTrue();
  }

  @Test
  void oneProfileThatIsNeverProcessedKeepsNoOtherFromBeingDeleted() {
    ProfileKey stuck = new ProfileKey("c3");
    MemorySystem wide = new MemorySystem(Samples.customers(), 1_000);
    Task task = run(wide, 1_000, keys -> keys.contains(stuck) ? List.of(stuck) : List.of());

    assertThat(task.balance().count(Outcome.FAILED)).isEqualTo(1);
    assertThat(task.balance().count(Outcome.DELETED)).isEqualTo(999);
  }

  @Test
  void aProfileThatIsGoneThoughNoAnswerEverCameIsDeleted() {
    Task task =
        run(
            system,
            30,
            keys -> {
              system.profiles.remove(system.dataset, keys);
              throw new ExpungeException.Permanent("the answer was lost", null);
            });

    assertThat(task.balance().count(Outcome.DELETED)).isEqualTo(30);
    assertThat(task.profilesDeleted()).isEqualTo(30);
  }

  @Test
  void aSlowCeilingMakesNoProfileFail() {
    Dataset slow = Samples.customers().atMost(1);
    MemorySystem paced = new MemorySystem(slow, 100);
    Instant before = paced.scheduler.now();

    Task task =
        run(paced, 20, new WorkerRules(8, 1_000, 3, 5, Duration.ofSeconds(60)), _ -> List.of());

    assertThat(task.balance().count(Outcome.DELETED)).isEqualTo(20);
    assertThat(Duration.between(before, paced.scheduler.now())).isGreaterThan(Duration.ofHours(5));
    assertThat(paced.entries).noneMatch(LogEntry.TaskFault.class::isInstance);
  }

  @Test
  void aWorkerStaysBelowItsShareOfTheCeilingOfWrites() {
    Dataset slow = Samples.customers().atMost(50);
    MemorySystem paced = new MemorySystem(slow, 100);
    Instant before = paced.scheduler.now();

    Task task = run(paced, 40, _ -> List.of());

    assertThat(sizes).allMatch(size -> size <= 5);
    assertThat(Duration.between(before, paced.scheduler.now()))
        .isBetween(Duration.ofSeconds(7), Duration.ofSeconds(9));
    assertThat(task.balance().count(Outcome.DELETED)).isEqualTo(40);
  }

  private Task run(MemorySystem on, int rows, UnaryOperator<List<ProfileKey>> refused) {
    return run(on, rows, WorkerRules.STANDARD, refused);
  }

  /** Runs a file of existing profiles; of each deletion, those that are not refused go through. */
  private Task run(
      MemorySystem on, int rows, WorkerRules rules, UnaryOperator<List<ProfileKey>> refused) {
    on.addProfiles(keys(1, rows));
    ArrivedFile file = on.put("a.csv", file(1, rows), Map.of());
    on.intake().fileArrived(file);
    Worker worker =
        on.worker(
            on.tasks,
            on.objects,
            on.doorbells,
            new StubbornProfiles(
                on.profiles,
                keys -> {
                  sizes.add(keys.size());
                  return refused.apply(keys);
                }),
            rules);
    on.answerAll(worker);
    return on.task(file);
  }
}
