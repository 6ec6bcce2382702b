package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.batch.Batch;
import expunge.batch.Reached;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A cancelled task's batch without a plan is closed by whoever comes, and one with a plan never.
 */
interface CloseContract extends TaskStoreUnderTest {
  @Test
  default void aBatchWithoutAPlanIsClosed() {
    TaskId id = Given.cancellingTask(store(), 2);
    assertThat(close(id)).isTrue();
    assertThat(Given.batch(store(), id, 1).commit()).contains(Given.cancelled());
    Task task = Given.task(store(), id);
    assertThat(task.balance()).isEqualTo(Given.cancelled().counts());
    assertThat(task.openBatches()).isEqualTo(1);
  }

  @Test
  default void closingAgainIsTrueAndNothingIsCountedTwice() {
    TaskId id = Given.cancellingTask(store(), 1);
    close(id);
    Task closed = Given.task(store(), id);
    assertThat(close(id)).isTrue();
    assertThat(store().find(id)).contains(closed);
  }

  @Test
  default void aBatchWithAPlanIsNotClosed() {
    TaskId id = leasedAndThenCancelled();
    store().plan(id, 1, Given.LEASE.owner(), Given.plan());
    assertThat(close(id)).isFalse();
    assertThat(Given.batch(store(), id, 1).isFinal()).isFalse();
    assertThat(Given.task(store(), id).balance()).isEqualTo(Balance.EMPTY);
  }

  @Test
  default void aLeaseDoesNotKeepABatchFromBeingClosed() {
    TaskId id = leasedAndThenCancelled();
    assertThat(close(id)).isTrue();
  }

  @Test
  default void theOwnerOfAClosedBatchCanNeitherPlanNorCommit() {
    TaskId id = leasedAndThenCancelled();
    close(id);
    String owner = Given.LEASE.owner();
    assertThat(store().plan(id, 1, owner, Given.plan(1))).isEmpty();
    assertThat(store().commit(id, 1, owner, Given.commit(1), Given.NOW)).isFalse();
    assertThat(store().handBack(id, 1, owner, Reached.deleted(1), Optional.empty())).isFalse();
    assertThat(Given.batch(store(), id, 1).commit()).contains(Given.cancelled());
    assertThat(Given.task(store(), id).balance()).isEqualTo(Given.cancelled().counts());
  }

  @Test
  default void aCommittedBatchIsFinalAndStaysAsItIs() {
    TaskId id = leasedAndThenCancelled();
    store().commit(id, 1, Given.LEASE.owner(), Given.commit(3), Given.NOW);
    assertThat(close(id)).isTrue();
    assertThat(Given.batch(store(), id, 1).commit()).contains(Given.commit(3));
    assertThat(Given.task(store(), id).balance()).isEqualTo(Given.commit(3).counts());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CANCELLING")
  default void noBatchIsClosedInAnotherState(TaskState state) {
    TaskId id = Given.runningTask(store(), 1);
    Given.move(store(), id, state);
    assertThat(close(id)).isFalse();
    assertThat(Given.batch(store(), id, 1).isFinal()).isFalse();
    assertThat(Given.task(store(), id).openBatches()).isEqualTo(1);
  }

  @Test
  default void whatIsNotThereIsNotClosed() {
    TaskId id = Given.cancellingTask(store(), 1);
    assertThat(store().close(id, 2, Given.cancelled(), Given.NOW)).isFalse();
    assertThat(store().batch(id, 2)).isEmpty();
    assertThat(Given.task(store(), id).openBatches()).isEqualTo(1);
    assertThat(close(Given.unknownTask().id())).isFalse();
  }

  @Test
  default void closingManyTimesAtOnceCountsOnce() {
    TaskId id = Given.cancellingTask(store(), 1);
    assertThat(AtOnce.run(4, n -> close(id))).containsOnly(true);
    assertThat(Given.task(store(), id).balance()).isEqualTo(Given.cancelled().counts());
    assertThat(Given.task(store(), id).openBatches()).isZero();
  }

  @Test
  default void ofAPlanAndAClosureAtOnceOneWins() {
    TaskId id = leasedAndThenCancelled();
    List<Boolean> won =
        AtOnce.run(
            2,
            n ->
                n == 1
                    ? close(id)
                    : store().plan(id, 1, Given.LEASE.owner(), Given.plan(1)).isPresent());
    assertThat(won).containsOnlyOnce(true);
    Optional<Batch> batch = store().batch(id, 1);
    assertThat(batch.map(Batch::isFinal)).contains(won.getFirst());
    assertThat(batch.flatMap(Batch::plan).isPresent()).isEqualTo(won.getLast());
  }

  private TaskId leasedAndThenCancelled() {
    TaskId id = Given.runningTask(store(), 1);
    store().lease(id, 1, Given.LEASE, Given.NOW);
    Given.move(store(), id, TaskState.CANCELLING);
    return id;
  }

  private boolean close(TaskId id) {
    return store().close(id, 1, Given.cancelled(), Given.NOW);
  }
}
