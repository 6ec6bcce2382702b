package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.simulator.Samples;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A state changes by condition, and whoever changed it is told so; a terminal one never does. */
interface TaskMoveContract extends TaskStoreUnderTest {
  @Test
  default void aMoveChangesTheStateAndNothingElse() {
    TaskId id = Given.runningTask(store(), 2);
    Task running = Given.task(store(), id);
    assertThat(move(id, TaskState.RUNNING, TaskState.PAUSED)).isTrue();
    Task paused = Given.task(store(), id);
    assertThat(paused.state()).isEqualTo(TaskState.PAUSED);
    assertThat(paused.cameFrom()).contains(TaskState.RUNNING);
    assertThat(paused)
        .usingRecursiveComparison()
        .ignoringFields("state", "cameFrom", "touchedAt")
        .isEqualTo(running);
  }

  @Test
  default void aMoveFromOneOfSeveralStatesNotesTheOneItWas() {
    TaskId id = Given.runningTask(store(), 1);
    move(id, TaskState.RUNNING, TaskState.PAUSED);
    Set<TaskState> from = EnumSet.of(TaskState.RUNNING, TaskState.PAUSED);
    assertThat(store().move(id, from, TaskState.CANCELLING, Given.NOW)).isTrue();
    assertThat(Given.task(store(), id).cameFrom()).contains(TaskState.PAUSED);
  }

  @Test
  default void aMoveFromAnotherStateChangesNothing() {
    TaskId id = Given.runningTask(store(), 1);
    Task running = Given.task(store(), id);
    assertThat(move(id, TaskState.PAUSED, TaskState.RUNNING)).isFalse();
    assertThat(store().move(id, Set.of(), TaskState.PAUSED, Given.NOW)).isFalse();
    assertThat(store().find(id)).contains(running);
  }

  @Test
  default void aRepeatedMoveChangesNothing() {
    TaskId id = Given.runningTask(store(), 1);
    move(id, TaskState.RUNNING, TaskState.PAUSED);
    Task paused = Given.task(store(), id);
    assertThat(move(id, TaskState.RUNNING, TaskState.PAUSED)).isFalse();
    assertThat(store().find(id)).contains(paused);
  }

  @Test
  default void withoutATaskNothingMovesOrFinishes() {
    TaskId id = Given.unknownTask().id();
    assertThat(move(id, TaskState.RUNNING, TaskState.PAUSED)).isFalse();
    assertThat(store().finish(id, TaskState.COMPLETED, Given.NOW)).isFalse();
    assertThat(store().find(id)).isEmpty();
  }

  @Test
  default void aConfirmedTaskStartsWithItsMove() {
    TaskId id = Given.stagingTask(store());
    store()
        .accept(
            id,
            Samples.totals(1, Given.ROWS),
            TaskState.AWAITING_CONFIRMATION,
            Optional.empty(),
            Samples.CREATED);
    assertThat(move(id, TaskState.AWAITING_CONFIRMATION, TaskState.RUNNING)).isTrue();
    assertThat(Given.task(store(), id).startedAt()).contains(Given.NOW);
  }

  @Test
  default void whatHeldATaskIsForgottenWhenItRunsOrIsCancelled() {
    for (TaskState to : List.of(TaskState.RUNNING, TaskState.CANCELLING)) {
      TaskId id = Given.heldTask(store());
      move(id, TaskState.AWAITING_CONFIRMATION, to);
      assertThat(Given.task(store(), id).problem()).isEmpty();
    }
  }

  @Test
  default void aMoveIsATouch() {
    TaskId id = Given.runningTask(store(), 1);
    move(id, TaskState.RUNNING, TaskState.PAUSED);
    assertThat(Given.task(store(), id).touchedAt()).isEqualTo(Given.NOW);
  }

  @Test
  default void aFinishingTaskThatCantBeFinishedFailsWithTheProblem() {
    TaskId id = Given.runningTask(store(), 1);
    assertThat(store().fail(id, Given.PROBLEM, Given.NOW)).isFalse();
    move(id, TaskState.RUNNING, TaskState.FINISHING);
    assertThat(store().fail(id, Given.PROBLEM, Given.NOW)).isTrue();
    Task failed = Given.task(store(), id);
    assertThat(failed.state()).isEqualTo(TaskState.FAILED);
    assertThat(failed.problem()).contains(Given.PROBLEM);
    assertThat(failed.finishedAt()).contains(Given.NOW);
    assertThat(store().fail(id, Given.PROBLEM, Given.LATER)).isFalse();
    assertThat(store().finish(id, TaskState.COMPLETED, Given.LATER)).isFalse();
    assertThat(store().find(id)).contains(failed);
  }

  @Test
  default void aResumedTaskKeepsTheTimeOfItsStart() {
    TaskId id = Given.runningTask(store(), 1);
    move(id, TaskState.RUNNING, TaskState.PAUSED);
    move(id, TaskState.PAUSED, TaskState.RUNNING);
    assertThat(Given.task(store(), id).startedAt()).contains(Given.STARTED);
  }

  @Test
  default void aMoveToATerminalStateEndsTheTask() {
    TaskId id = Given.stagingTask(store());
    assertThat(move(id, TaskState.STAGING, TaskState.CANCELLED)).isTrue();
    assertThat(Given.task(store(), id).finishedAt()).contains(Given.NOW);
  }

  @Test
  default void noMoveMayBeginInATerminalState() {
    TaskId id = Given.runningTask(store(), 1);
    Set<TaskState> from = EnumSet.of(TaskState.RUNNING, TaskState.FAILED);
    assertThatThrownBy(() -> store().move(id, from, TaskState.PAUSED, Given.NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void ofMovesAtOnceOneWins() {
    TaskId id = Given.runningTask(store(), 1);
    List<TaskState> to =
        List.of(TaskState.PAUSED, TaskState.CANCELLING, TaskState.FINISHING, TaskState.CANCELLING);
    List<Boolean> won = AtOnce.run(4, n -> move(id, TaskState.RUNNING, to.get(n - 1)));
    assertThat(won).containsOnlyOnce(true);
    assertThat(Given.task(store(), id).state()).isEqualTo(to.get(won.indexOf(true)));
  }

  @Test
  default void aFinishingTaskEndsOnce() {
    TaskId id = Given.runningTask(store(), 1);
    move(id, TaskState.RUNNING, TaskState.FINISHING);
    assertThat(store().finish(id, TaskState.COMPLETED, Given.NOW)).isTrue();
    Task ended = Given.task(store(), id);
    assertThat(ended.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(ended.cameFrom()).contains(TaskState.FINISHING);
    assertThat(ended.finishedAt()).contains(Given.NOW);
    assertThat(store().finish(id, TaskState.FAILED, Given.LATER)).isFalse();
    assertThat(store().find(id)).contains(ended);
  }

  @Test
  default void onlyAFinishingTaskIsFinished() {
    TaskId id = Given.runningTask(store(), 1);
    assertThat(store().finish(id, TaskState.COMPLETED, Given.NOW)).isFalse();
    assertThat(Given.task(store(), id).state()).isEqualTo(TaskState.RUNNING);
  }

  @Test
  default void finishingLeadsToATerminalState() {
    TaskId id = Given.runningTask(store(), 1);
    move(id, TaskState.RUNNING, TaskState.FINISHING);
    assertThatThrownBy(() -> store().finish(id, TaskState.RUNNING, Given.NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private boolean move(TaskId id, TaskState from, TaskState to) {
    return store().move(id, Set.of(from), to, Given.NOW);
  }
}
