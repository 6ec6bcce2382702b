package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.simulator.Samples;
import expunge.task.Accepted;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A task leaves STAGING once: accepted with its totals, or rejected with the problem. */
interface AcceptanceContract extends TaskStoreUnderTest {
  Accepted TOTALS = Samples.totals(2, Given.ROWS);

  @Test
  default void anAcceptedFileStartsItsTask() {
    TaskId id = Given.stagingTask(store());
    assertThat(store().accept(id, TOTALS, TaskState.RUNNING, Optional.empty(), Given.NOW)).isTrue();
    Task task = Given.task(store(), id);
    assertThat(task.state()).isEqualTo(TaskState.RUNNING);
    assertThat(task.cameFrom()).contains(TaskState.STAGING);
    assertThat(task.accepted()).contains(TOTALS);
    assertThat(task.openBatches()).isEqualTo(2);
    assertThat(task.startedAt()).contains(Given.NOW);
    assertThat(task.finishedAt()).isEmpty();
  }

  @Test
  default void aFileThatWaitsForItsConfirmationHasNotStarted() {
    TaskId id = Given.stagingTask(store());
    assertThat(
            store()
                .accept(id, TOTALS, TaskState.AWAITING_CONFIRMATION, Optional.empty(), Given.NOW))
        .isTrue();
    Task task = Given.task(store(), id);
    assertThat(task.state()).isEqualTo(TaskState.AWAITING_CONFIRMATION);
    assertThat(task.accepted()).contains(TOTALS);
    assertThat(task.startedAt()).isEmpty();
  }

  @Test
  default void aHeldFileSaysWhy() {
    Task task = Given.task(store(), Given.heldTask(store()));
    assertThat(task.state()).isEqualTo(TaskState.AWAITING_CONFIRMATION);
    assertThat(task.problem()).contains(Given.PROBLEM);
  }

  @Test
  default void aHeldFileDoesNotRun() {
    TaskId id = Given.stagingTask(store());
    assertThatThrownBy(
            () ->
                store()
                    .accept(id, TOTALS, TaskState.RUNNING, Optional.of(Given.PROBLEM), Given.NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void aSecondAcceptanceChangesNothing() {
    TaskId id = Given.stagingTask(store());
    store().accept(id, TOTALS, TaskState.AWAITING_CONFIRMATION, Optional.empty(), Given.NOW);
    Task accepted = Given.task(store(), id);
    Accepted others = Samples.totals(7, Given.ROWS);
    assertThat(store().accept(id, others, TaskState.RUNNING, Optional.empty(), Given.LATER))
        .isFalse();
    assertThat(store().find(id)).contains(accepted);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RUNNING", "AWAITING_CONFIRMATION"})
  default void acceptingAFileLeadsNowhereElse(TaskState to) {
    TaskId id = Given.stagingTask(store());
    assertThatThrownBy(() -> store().accept(id, TOTALS, to, Optional.empty(), Given.NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void aRejectedFileEndsItsTask() {
    TaskId id = Given.stagingTask(store());
    assertThat(store().reject(id, Given.PROBLEM, Given.NOW)).isTrue();
    Task task = Given.task(store(), id);
    assertThat(task.state()).isEqualTo(TaskState.REJECTED);
    assertThat(task.cameFrom()).contains(TaskState.STAGING);
    assertThat(task.problem()).contains(Given.PROBLEM);
    assertThat(task.finishedAt()).contains(Given.NOW);
    assertThat(task.startedAt()).isEmpty();
  }

  @Test
  default void anAcceptedFileIsNotRejectedAnyMore() {
    TaskId id = Given.runningTask(store(), 1);
    Task running = Given.task(store(), id);
    assertThat(store().reject(id, Given.PROBLEM, Given.NOW)).isFalse();
    assertThat(store().find(id)).contains(running);
  }

  @Test
  default void aRejectedFileIsNeitherAcceptedNorRejectedAgain() {
    TaskId id = Given.stagingTask(store());
    store().reject(id, Given.PROBLEM, Given.NOW);
    Task rejected = Given.task(store(), id);
    assertThat(store().accept(id, TOTALS, TaskState.RUNNING, Optional.empty(), Given.LATER))
        .isFalse();
    assertThat(store().reject(id, Given.PROBLEM, Given.LATER)).isFalse();
    assertThat(store().find(id)).contains(rejected);
  }

  @Test
  default void withoutATaskNothingIsAcceptedOrRejected() {
    TaskId id = Given.unknownTask().id();
    assertThat(store().accept(id, TOTALS, TaskState.RUNNING, Optional.empty(), Given.NOW))
        .isFalse();
    assertThat(store().reject(id, Given.PROBLEM, Given.NOW)).isFalse();
    assertThat(store().find(id)).isEmpty();
  }

  @Test
  default void ofAcceptancesAndRejectionsAtOnceOneWins() {
    TaskId id = Given.stagingTask(store());
    assertThat(
            AtOnce.run(
                4,
                n ->
                    n % 2 == 0
                        ? store().reject(id, Given.PROBLEM, Given.NOW)
                        : store()
                            .accept(id, TOTALS, TaskState.RUNNING, Optional.empty(), Given.NOW)))
        .containsOnlyOnce(true);
    Task task = Given.task(store(), id);
    assertThat(task.problem().isPresent()).isEqualTo(task.state() == TaskState.REJECTED);
    assertThat(task.accepted().isPresent()).isEqualTo(task.state() == TaskState.RUNNING);
  }
}
