package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import expunge.deletion.People;
import expunge.intake.ArrivedFile;
import expunge.linked.LinkedStore;
import expunge.object.ObjectStore;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.segment.DeletionAnswer;
import expunge.segment.SegmentStore;
import expunge.selection.Selection;
import expunge.simulator.Club;
import expunge.simulator.MemorySystem;
import expunge.task.Doorbells;
import expunge.task.Task;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import expunge.work.Worker;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A thousand schedules of one deletion of a segment: workers die at any of their calls, events and
 * bells come twice, and before each call somebody else may try to join.
 */
class SegmentSchedulesTest {
  private static final int SCHEDULES = 1_000;
  private static final String SEGMENT = "old";

  private int refused;
  private int accepted;
  private int deaths;

  @Test
  void whoeverComesTooLateIsRefusedAndNobodyElseIsTouched() {
    for (int seed = 0; seed < SCHEDULES; seed++) {
      new Schedule(seed).run();
    }

    System.out.printf(
        "%,d schedules, %,d deaths: %,d joined before, %,d were refused since%n",
        SCHEDULES, deaths, accepted, refused);
    assertThat(refused).isGreaterThan(SCHEDULES);
    assertThat(accepted).isPositive();
    assertThat(deaths).isGreaterThan(SCHEDULES);
  }

  private final class Schedule {
    private final int seed;
    private final Random random;
    private final MemorySystem system;
    private final List<String> members;
    private final List<String> outside = new ArrayList<>(people("outside-", 5));
    private boolean begun;
    private int joiners;

    Schedule(int seed) {
      this.seed = seed;
      random = new Random(seed);
      system = Club.system(1 + random.nextInt(7), List.of(SEGMENT, "other"));
      members = new ArrayList<>(people("member-", random.nextInt(30)));
      system.selection.pagesOf(1 + random.nextInt(9));
      Club.put(system, SEGMENT, members);
      Club.put(system, "other", outside);
    }

    void run() {
      Task asked = asked();
      begun = true;
      int refusedBefore = refused;
      tryToJoin();
      work();
      takeIn();
      work();
      tryToJoin();
      assertThat(refused - refusedBefore).as("refused, schedule %d", seed).isGreaterThan(1);

      assertThat(isDisabled()).as("disabled, schedule %d", seed).isTrue();
      Task task = system.tasks.find(asked.id()).orElseThrow();
      assertThat(task.state())
          .as("schedule %d", seed)
          .isEqualTo(members.isEmpty() ? TaskState.REJECTED : TaskState.COMPLETED);
      assertThat(task.balance().count(Outcome.DELETED)).isEqualTo(members.size());
      assertThat(task.balance().rows()).isEqualTo(members.size());
      assertThat(members).as("schedule %d", seed).noneMatch(system::hasProfile);
      assertThat(outside).as("schedule %d", seed).allMatch(system::hasProfile);
      assertThat(system.tables.all(Club.MEMBERSHIPS)).hasSize(5);
      assertThat(system.objects.keys("work/")).as("schedule %d", seed).isEmpty();
    }

    private Task asked() {
      SegmentStore joined =
          Meddling.with(
              SegmentStore.class,
              system.segments,
              (_, real) -> {
                somebodyJoins();
                return real.make();
              });
      DeletionAnswer answer =
          system
              .segmentDeletion(joined)
              .delete(system.dataset, SEGMENT, Optional.empty(), "desk", Optional.empty());
      return ((DeletionAnswer.Asked) answer).task();
    }

    private boolean isDisabled() {
      return system.segments.find(system.dataset, SEGMENT).orElseThrow().disabled();
    }

    private void somebodyJoins() {
      if (random.nextInt(8) == 0) {
        tryToJoin();
      }
    }

    /** A profile that may not join is left alone. */
    private void tryToJoin() {
      assertThat(isDisabled()).as("disabled, schedule %d", seed).isEqualTo(begun);
      String person = "joiner-" + joiners++;
      system.profiles.put(system.dataset, List.of(new ProfileKey(person)));
      if (system.segments.join(system.dataset, SEGMENT, Club.membership(SEGMENT, person))) {
        assertThat(begun).as("nobody joins any more, schedule %d", seed).isFalse();
        members.add(person);
        accepted++;
      } else {
        outside.add(person);
        refused++;
      }
    }

    /** Some workers that die, and one that does not. */
    private void work() {
      for (int i = random.nextInt(4); i > 0; i--) {
        Crashing crash = new Crashing(1 + random.nextInt(60), random.nextBoolean());
        ringTwice();
        crash.answerUntilDeath(system, worker(crash));
        deaths += crash.happened() ? 1 : 0;
      }
      ringTwice();
      system.answerAll(worker(new Crashing(Integer.MAX_VALUE, true)));
    }

    private void ringTwice() {
      if (random.nextBoolean()) {
        List.copyOf(system.doorbells.queued())
            .forEach(queued -> system.doorbells.ring(List.of(queued.bell()), Duration.ZERO));
      }
    }

    private void takeIn() {
      for (int times = 1 + random.nextInt(2); times > 0; times--) {
        for (String key : system.objects.keys("uploads/")) {
          String version =
              system
                  .objects
                  .describe(key, Optional.empty())
                  .orElseThrow()
                  .version()
                  .versionId()
                  .orElseThrow();
          system
              .intake()
              .fileArrived(new ArrivedFile(MemorySystem.BUCKET, key, Optional.of(version)));
        }
      }
    }

    private Worker worker(Crashing crash) {
      return system.worker(
          port(crash, TaskStore.class, system.tasks),
          port(crash, ObjectStore.class, system.objects),
          port(crash, Doorbells.class, system.doorbells),
          new People(
              port(crash, ProfileStore.class, system.profiles),
              port(crash, LinkedStore.class, system.linked),
              () -> MemorySystem.KEY,
              port(crash, Selection.class, system.selection)),
          WorkerRules.STANDARD);
    }

    private <T> T port(Crashing crash, Class<T> type, T port) {
      return Meddling.with(
          type,
          crash.port(type, port),
          (_, real) -> {
            somebodyJoins();
            return real.make();
          });
    }
  }

  private static List<String> people(String prefix, int number) {
    return IntStream.range(0, number).mapToObj(i -> prefix + i).toList();
  }
}
