package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import expunge.control.ControlAnswer;
import expunge.control.ControlAnswer.Why;
import expunge.intake.ArrivedFile;
import expunge.intake.Guard;
import expunge.profile.ProfileStore;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Doorbell;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People confirm, pause, resume and cancel, at good moments and bad ones. */
class ControlTest {
  private static final Guard MOST_TWO_ROWS =
      new Guard(OptionalLong.of(2), OptionalInt.empty(), OptionalInt.empty());

  private final MemorySystem system = new MemorySystem(Samples.customers(), 3);

  @Test
  void aHeldFileRunsOnceItsNumberIsConfirmed() {
    TaskId id = held();
    ControlAnswer answer = system.control().confirm(id, 8);
    assertThat(done(answer).state()).isEqualTo(TaskState.RUNNING);
    assertThat(done(answer).problem()).isEmpty();
    system.answerAll();
    assertThat(task(id).state()).isEqualTo(TaskState.COMPLETED);
    assertThat(task(id).balance().count(Outcome.DELETED)).isEqualTo(8);
  }

  @Test
  void anotherNumberIsRefusedAndNothingRuns() {
    TaskId id = held();
    assertThat(why(system.control().confirm(id, 9))).isEqualTo(Why.OTHER_NUMBER);
    system.answerAll();
    assertThat(task(id).state()).isEqualTo(TaskState.AWAITING_CONFIRMATION);
    assertThat(profilesLeft()).isEqualTo(8);
  }

  @Test
  void aRepeatedConfirmationRingsAgain() {
    TaskId id = held();
    system.control().confirm(id, 8);
    system.doorbells.takeDue(system.scheduler.now());
    assertThat(done(system.control().confirm(id, 8)).state()).isEqualTo(TaskState.RUNNING);
    system.answerAll();
    assertThat(task(id).state()).isEqualTo(TaskState.COMPLETED);
    assertThat(why(system.control().confirm(id, 8))).isEqualTo(Why.STATE);
  }

  @Test
  void aRepeatedConfirmationOfAnotherNumberIsRefused() {
    TaskId id = held();
    system.control().confirm(id, 8);
    assertThat(why(system.control().confirm(id, 9))).isEqualTo(Why.STATE);
  }

  @Test
  void aTaskThatRunsWithoutAConfirmationIsNotConfirmed() {
    assertThat(why(system.control().confirm(running(), 8))).isEqualTo(Why.STATE);
  }

  @Test
  void aTaskThatIsNotKnownIsUnknown() {
    TaskId nobody = TaskId.derivedFrom("nobody");
    assertThat(
            List.of(
                system.control().confirm(nobody, 0),
                system.control().pause(nobody),
                system.control().resume(nobody),
                system.control().cancel(nobody),
                system.retry().retry(nobody)))
        .hasOnlyElementsOfType(ControlAnswer.Unknown.class);
  }

  @Test
  void aPausedTaskBeginsNothingUntilItIsResumed() {
    TaskId id = running();
    assertThat(done(system.control().pause(id)).state()).isEqualTo(TaskState.PAUSED);
    assertThat(done(system.control().pause(id)).state()).isEqualTo(TaskState.PAUSED);
    system.answerAll();
    assertThat(profilesLeft()).isEqualTo(8);
    assertThat(done(system.control().resume(id)).state()).isEqualTo(TaskState.RUNNING);
    system.answerAll();
    assertThat(task(id).state()).isEqualTo(TaskState.COMPLETED);
    assertThat(profilesLeft()).isZero();
  }

  @Test
  void aBegunBatchIsCarriedToItsCommitWhileTheTaskIsPaused() {
    TaskId id = running();
    diesWhileDeleting();
    system.control().pause(id);
    system.answerAll();
    Task paused = task(id);
    assertThat(paused.state()).isEqualTo(TaskState.PAUSED);
    assertThat(paused.balance().count(Outcome.DELETED)).isEqualTo(3);
    assertThat(profilesLeft()).isEqualTo(5);
  }

  @Test
  void aCancelledTaskGivesEveryRowItsOutcome() {
    TaskId id = running();
    diesWhileDeleting();
    assertThat(done(system.control().cancel(id)).state()).isEqualTo(TaskState.CANCELLING);
    assertThat(done(system.control().cancel(id)).state()).isEqualTo(TaskState.CANCELLING);
    system.answerAll();
    Task cancelled = task(id);
    assertThat(cancelled.state()).isEqualTo(TaskState.CANCELLED);
    assertThat(cancelled.balance().count(Outcome.DELETED)).isEqualTo(3);
    assertThat(cancelled.balance().count(Outcome.CANCELLED)).isEqualTo(5);
    assertThat(system.report(cancelled).lines()).hasSize(9);
    assertThat(profilesLeft()).isEqualTo(5);
  }

  @Test
  void aTaskThatWaitsForItsConfirmationMayBeCancelled() {
    TaskId id = held();
    system.control().cancel(id);
    assertThat(why(system.control().confirm(id, 8))).isEqualTo(Why.STATE);
    system.answerAll();
    assertThat(task(id).state()).isEqualTo(TaskState.CANCELLED);
    assertThat(task(id).balance().count(Outcome.CANCELLED)).isEqualTo(8);
    assertThat(profilesLeft()).isEqualTo(8);
  }

  @Test
  void aTaskWhoseFileIsBeingReadEndsAtOnceAndLeavesNoBatch() {
    Task staging = system.tasks.create(Samples.staging("drop/a.csv"));
    system.tasks.addBatches(staging.id(), Samples.batches(3, 3));
    assertThat(done(system.control().cancel(staging.id())).state()).isEqualTo(TaskState.CANCELLED);
    system.answerAll();
    assertThat(system.tasks.batches(staging.id(), 0, 10)).isEmpty();
    assertThat(system.tasks.unsettled(Optional.empty(), 10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "FINISHING",
        "COMPLETED",
        "COMPLETED_WITH_ERRORS",
        "CANCELLED",
        "REJECTED",
        "FAILED"
      })
  void whatEndsOrHasEndedIsNotPausedResumedOrConfirmed(TaskState state) {
    TaskId id = inState(state);
    Task before = task(id);
    assertThat(why(system.control().pause(id))).isEqualTo(Why.STATE);
    assertThat(why(system.control().resume(id))).isEqualTo(Why.STATE);
    assertThat(why(system.control().confirm(id, 8))).isEqualTo(Why.STATE);
    if (state != TaskState.CANCELLED) {
      assertThat(why(system.control().cancel(id))).isEqualTo(Why.STATE);
    }
    assertThat(task(id)).isEqualTo(before);
  }

  private TaskId held() {
    system.guardBy(MOST_TWO_ROWS);
    return running();
  }

  private TaskId running() {
    system.addProfiles(keys());
    ArrivedFile file = system.put("a.csv", Samples.file(8), Map.of());
    system.intake().fileArrived(file);
    return system.task(file).id();
  }

  private TaskId inState(TaskState state) {
    TaskId id = running();
    EnumSet<TaskState> any = EnumSet.allOf(TaskState.class);
    any.removeIf(TaskState::isTerminal);
    system.tasks.move(id, any, state, Samples.CREATED);
    return id;
  }

  /** A worker dies with its first deletion, and its message comes back later. */
  private void diesWhileDeleting() {
    Crashing crash = new Crashing(2, true);
    try {
      system.answerAll(
          system.worker(
              system.tasks,
              system.objects,
              system.doorbells,
              crash.port(ProfileStore.class, system.profiles),
              WorkerRules.STANDARD));
    } catch (Crashing.Death death) {
      assertThat(crash.happened()).isTrue();
    }
    system
        .tasks
        .unsettled(Optional.empty(), 1)
        .forEach(
            task ->
                system.doorbells.ring(List.of(Doorbell.of(task.id(), 1)), Duration.ofMinutes(12)));
  }

  private long profilesLeft() {
    return keys().stream().filter(system::hasProfile).count();
  }

  private static List<String> keys() {
    return IntStream.rangeClosed(1, 8).mapToObj(n -> Samples.key(n).value()).toList();
  }

  private Task task(TaskId id) {
    return system.tasks.find(id).orElseThrow();
  }

  private static Task done(ControlAnswer answer) {
    assertThat(answer).isInstanceOf(ControlAnswer.Done.class);
    return ((ControlAnswer.Done) answer).task();
  }

  private static Why why(ControlAnswer answer) {
    assertThat(answer).isInstanceOf(ControlAnswer.Refused.class);
    return ((ControlAnswer.Refused) answer).why();
  }
}
