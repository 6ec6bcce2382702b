package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.simulator.Samples;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.UnsettledTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tasks are unsettled from their creation until somebody says that their end is told. */
interface UnsettledContract extends TaskStoreUnderTest {
  @Test
  default void aTaskIsUnsettledUntilItsEndIsTold() {
    TaskId id = Given.stagingTask(store());
    assertThat(unsettled()).contains(id);
    store().reject(id, Given.PROBLEM, Given.NOW);
    assertThat(unsettled()).contains(id);
    store().settle(id);
    store().settle(id);
    assertThat(unsettled()).doesNotContain(id);
    assertThat(Given.task(store(), id).state()).isEqualTo(TaskState.REJECTED);
  }

  @Test
  default void aTaskThatHasNotEndedStaysUnsettled() {
    TaskId id = Given.runningTask(store(), 1);
    store().settle(id);
    assertThat(unsettled()).contains(id);
  }

  @Test
  default void creatingASettledTaskAgainDoesNotUnsettleIt() {
    Task task = Given.unknownTask();
    store().create(task);
    Given.move(store(), task.id(), TaskState.CANCELLED);
    store().settle(task.id());
    store().create(task);
    assertThat(unsettled()).doesNotContain(task.id());
  }

  @Test
  default void withoutATaskNothingIsSettled() {
    TaskId id = Given.unknownTask().id();
    store().settle(id);
    assertThat(store().find(id)).isEmpty();
  }

  @Test
  default void theOldestComeFirst() {
    List<TaskId> ids = new ArrayList<>();
    for (int n = 3; n > 0; n--) {
      Task task = Given.unknownTask();
      store()
          .create(
              Task.staging(
                  task.id(),
                  task.request(),
                  task.file(),
                  task.slicing(),
                  Samples.CREATED.plusSeconds(n)));
      ids.addFirst(task.id());
    }
    assertThat(unsettled()).containsSubsequence(ids);
  }

  @Test
  default void aTouchIsNotedWhereTheTaskHasNotMovedSince() {
    TaskId id = Given.runningTask(store(), 1);
    assertThat(store().touch(id, Given.STARTED, Given.NOW)).isTrue();
    assertThat(Given.task(store(), id).touchedAt()).isEqualTo(Given.NOW);
    assertThat(store().touch(id, Given.STARTED, Given.LATER)).isFalse();
    assertThat(Given.task(store(), id).touchedAt()).isEqualTo(Given.NOW);
  }

  @Test
  default void ofTouchesAtOnceOneIsNoted() {
    TaskId id = Given.runningTask(store(), 1);
    assertThat(AtOnce.run(4, n -> store().touch(id, Given.STARTED, Given.NOW)))
        .containsOnlyOnce(true);
  }

  @Test
  default void withoutATaskNothingIsTouched() {
    TaskId id = Given.unknownTask().id();
    assertThat(store().touch(id, Given.STARTED, Given.NOW)).isFalse();
    assertThat(store().find(id)).isEmpty();
  }

  private List<TaskId> unsettled() {
    List<TaskId> all = new ArrayList<>();
    List<UnsettledTask> page = store().unsettled(Optional.empty(), 2);
    while (!page.isEmpty()) {
      page.forEach(task -> all.add(task.id()));
      page = store().unsettled(Optional.of(page.getLast()), 2);
    }
    return all;
  }
}
