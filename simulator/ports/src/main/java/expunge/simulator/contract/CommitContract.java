package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A batch becomes final once, by its owner, and the task's counters move in the same step. */
interface CommitContract extends TaskStoreUnderTest {
  @ParameterizedTest
  @EnumSource(names = {"RUNNING", "PAUSED", "CANCELLING"})
  default void aCommitMakesTheBatchFinalAndMovesTheCounters(TaskState state) {
    TaskId id = leased(2);
    Given.move(store(), id, state);
    Commit commit = Given.commit(7);
    assertThat(commit(id, commit)).isTrue();
    assertThat(Given.batch(store(), id, 1).commit()).contains(commit);
    Task task = Given.task(store(), id);
    assertThat(task.balance()).isEqualTo(commit.counts());
    assertThat(task.profilesDeleted()).isEqualTo(7);
    assertThat(task.openBatches()).isEqualTo(1);
    assertThat(task.state()).isEqualTo(state);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RUNNING", "PAUSED", "CANCELLING"})
  default void noOtherStateTakesACommit(TaskState state) {
    TaskId id = leased(1);
    Given.move(store(), id, state);
    assertThat(commit(id, Given.commit(7))).isFalse();
    assertNothingIsCommitted(id);
  }

  @Test
  default void aCommitIsATouch() {
    TaskId id = Given.runningTask(store(), 1);
    store().lease(id, 1, Given.LEASE, Given.NOW);
    store().plan(id, 1, Given.LEASE.owner(), Given.plan(0));
    store().commit(id, 1, Given.LEASE.owner(), Given.commit(1), Given.LATER);
    assertThat(Given.task(store(), id).touchedAt()).isEqualTo(Given.LATER);
  }

  @Test
  default void everyOutcomeIsCounted() {
    TaskId id = leased(1);
    Balance counts = Balance.EMPTY.plus(Outcome.DELETED, 2);
    for (Outcome outcome : Outcome.values()) {
      counts = counts.plus(outcome, 1);
    }
    Commit commit = new Commit(counts, 42, "results/sample/parts/1-1");
    assertThat(commit(id, commit)).isTrue();
    assertThat(Given.task(store(), id).balance()).isEqualTo(counts);
    assertThat(Given.batch(store(), id, 1).commit()).contains(commit);
  }

  @Test
  default void anOwnerWhoRepeatsTheCommitHearsThatItStandsAndNothingIsCountedTwice() {
    TaskId id = leased(1);
    commit(id, Given.commit(7));
    Task committed = Given.task(store(), id);
    assertThat(commit(id, Given.commit(7))).isTrue();
    assertThat(store().find(id)).contains(committed);
  }

  @Test
  default void aCommitThatStandsIsStillTrueAfterTheTaskHasEnded() {
    TaskId id = leased(1);
    commit(id, Given.commit(7));
    Given.move(store(), id, TaskState.COMPLETED);
    assertThat(commit(id, Given.commit(7))).isTrue();
  }

  @Test
  default void anotherCommitOfTheSameOwnerDoesNotStand() {
    TaskId id = leased(1);
    commit(id, Given.commit(7));
    assertThat(commit(id, Given.commit(8))).isFalse();
    assertThat(Given.batch(store(), id, 1).commit()).contains(Given.commit(7));
    assertThat(Given.task(store(), id).profilesDeleted()).isEqualTo(7);
  }

  @Test
  default void theCommitOfAnotherOwnerDoesNotStand() {
    TaskId id = leased(1);
    commit(id, Given.commit(7));
    assertThat(store().commit(id, 1, Given.NEXT_LEASE.owner(), Given.commit(7), Given.LATER))
        .isFalse();
    assertThat(Given.task(store(), id).profilesDeleted()).isEqualTo(7);
  }

  @Test
  default void nobodyCommitsABatchThatIsLeasedToAnother() {
    TaskId id = leased(1);
    assertThat(store().commit(id, 1, Given.NEXT_LEASE.owner(), Given.commit(7), Given.NOW))
        .isFalse();
    assertNothingIsCommitted(id);
  }

  @Test
  default void nobodyCommitsABatchWithoutALease() {
    TaskId id = Given.runningTask(store(), 1);
    assertThat(commit(id, Given.commit(7))).isFalse();
    assertNothingIsCommitted(id);
  }

  @Test
  default void nobodyCommitsWhatIsNotThere() {
    TaskId id = leased(1);
    assertThat(store().commit(id, 2, Given.LEASE.owner(), Given.commit(7), Given.NOW)).isFalse();
    assertThat(store().batch(id, 2)).isEmpty();
    assertNothingIsCommitted(id);
    assertThat(commit(Given.unknownTask().id(), Given.commit(7))).isFalse();
  }

  @Test
  default void commitsOfDifferentBatchesAtOnceAreAllCounted() {
    TaskId id = leased(8);
    assertThat(
            AtOnce.run(
                8, n -> store().commit(id, n, Given.LEASE.owner(), Given.commit(n), Given.NOW)))
        .containsOnly(true);
    Task task = Given.task(store(), id);
    assertThat(task.profilesDeleted()).isEqualTo(36);
    assertThat(task.balance())
        .isEqualTo(Balance.EMPTY.plus(Outcome.DELETED, 36).plus(Outcome.NOT_FOUND, 44));
    assertThat(task.openBatches()).isZero();
    assertThat(task.isReadyToFinish()).isTrue();
  }

  @Test
  default void theSameCommitManyTimesAtOnceIsCountedOnce() {
    TaskId id = leased(1);
    assertThat(AtOnce.run(4, n -> commit(id, Given.commit(7)))).containsOnly(true);
    assertThat(Given.task(store(), id).profilesDeleted()).isEqualTo(7);
    assertThat(Given.task(store(), id).openBatches()).isZero();
  }

  @Test
  default void aCommitDoesNotUndoAPauseThatCameAtTheSameTime() {
    TaskId id = leased(4);
    AtOnce.run(
        5,
        n -> {
          if (n == 5) {
            Given.move(store(), id, TaskState.PAUSED);
          } else {
            store().commit(id, n, Given.LEASE.owner(), Given.commit(1), Given.NOW);
          }
          return n;
        });
    Task task = Given.task(store(), id);
    assertThat(task.state()).isEqualTo(TaskState.PAUSED);
    assertThat(task.profilesDeleted()).isEqualTo(4);
  }

  private TaskId leased(int batches) {
    TaskId id = Given.runningTask(store(), batches);
    for (int number = 1; number <= batches; number++) {
      store().lease(id, number, Given.LEASE, Given.NOW);
    }
    return id;
  }

  private boolean commit(TaskId id, Commit commit) {
    return store().commit(id, 1, Given.LEASE.owner(), commit, Given.NOW);
  }

  private void assertNothingIsCommitted(TaskId id) {
    Optional<Batch> batch = store().batch(id, 1);
    assertThat(batch.flatMap(Batch::commit)).isEmpty();
    Task task = Given.task(store(), id);
    assertThat(task.balance()).isEqualTo(Balance.EMPTY);
    assertThat(task.profilesDeleted()).isZero();
    assertThat(task.openBatches()).isEqualTo(1);
  }
}
