package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.batch.Batch;
import expunge.batch.BatchRows;
import expunge.batch.Duplicate;
import expunge.run.ExpungeException;
import expunge.simulator.Samples;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Batches are added while their task is STAGING, each once, and read as they were added. */
interface IntakeContract extends TaskStoreUnderTest {
  @Test
  default void everyBeginOfAnIntakeIsCounted() {
    TaskId id = Given.stagingTask(store());
    assertThat(store().beginIntake(id, Given.NOW)).contains(1);
    assertThat(store().beginIntake(id, Given.NOW)).contains(2);
    assertThat(Given.task(store(), id).intakeAttempts()).isEqualTo(2);
  }

  @Test
  default void intakesThatBeginAtOnceAreAllCounted() {
    TaskId id = Given.stagingTask(store());
    AtOnce.run(4, n -> store().beginIntake(id, Given.NOW));
    assertThat(Given.task(store(), id).intakeAttempts()).isEqualTo(4);
  }

  @Test
  default void noIntakeBeginsOnceTheTaskHasLeftStaging() {
    TaskId id = Given.runningTask(store(), 1);
    assertThat(store().beginIntake(id, Given.NOW)).isEmpty();
    assertThat(Given.task(store(), id).intakeAttempts()).isZero();
  }

  @Test
  default void noIntakeBeginsWithoutATask() {
    TaskId id = Given.unknownTask().id();
    assertThat(store().beginIntake(id, Given.NOW)).isEmpty();
    assertThat(store().find(id)).isEmpty();
  }

  @Test
  default void addedBatchesAreReadAsTheyWereAdded() {
    TaskId id = Given.stagingTask(store());
    List<Batch> batches = Samples.batches(3, Given.ROWS);
    assertThat(store().addBatches(id, batches)).isTrue();
    assertThat(store().batches(id, 0, 10)).isEqualTo(batches);
  }

  @Test
  default void aCallTakesAsManyBatchesAsItSaysFullOfDuplicates() {
    TaskId id = Given.stagingTask(store());
    List<Batch> batches =
        Samples.batches(TaskStore.BATCHES_PER_CALL, 1_000).stream()
            .map(IntakeContract::ofDuplicates)
            .toList();
    assertThat(store().addBatches(id, batches)).isTrue();
    for (Batch batch : batches) {
      assertThat(store().batch(id, batch.number())).contains(batch);
    }
  }

  @Test
  default void aCallTakesNoMoreBatchesThanItSays() {
    TaskId id = Given.stagingTask(store());
    List<Batch> batches = Samples.batches(TaskStore.BATCHES_PER_CALL + 1, 1);
    assertThatThrownBy(() -> store().addBatches(id, batches))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void addingBatchesAgainLeavesThemAsTheyAre() {
    TaskId id = Given.stagingTask(store());
    List<Batch> batches = Samples.batches(2, Given.ROWS);
    store().addBatches(id, batches);
    store().lease(id, 1, Given.LEASE, Given.NOW);
    Batch leased = Given.batch(store(), id, 1);
    assertThat(store().addBatches(id, batches)).isTrue();
    assertThat(store().batch(id, 1)).contains(leased);
  }

  @Test
  default void anIntakeThatDiedHalfwayIsCompletedByTheNext() {
    TaskId id = Given.stagingTask(store());
    List<Batch> batches = Samples.batches(4, Given.ROWS);
    store().addBatches(id, List.of(batches.get(0), batches.get(2)));
    assertThat(store().addBatches(id, batches)).isTrue();
    assertThat(store().batches(id, 0, 10)).isEqualTo(batches);
  }

  @Test
  default void intakesAtOnceAddEveryBatchOnce() {
    TaskId id = Given.stagingTask(store());
    List<Batch> batches = Samples.batches(8, Given.ROWS);
    assertThat(AtOnce.run(4, n -> store().addBatches(id, batches))).containsOnly(true);
    assertThat(store().batches(id, 0, 10)).isEqualTo(batches);
  }

  @Test
  default void aBatchThatStandsWithOtherRowsIsAFailureAndStays() {
    TaskId id = Given.stagingTask(store());
    List<Batch> batches = Samples.batches(1, Given.ROWS);
    store().addBatches(id, batches);
    assertThatThrownBy(() -> store().addBatches(id, Samples.batches(1, Given.ROWS + 1)))
        .isInstanceOf(ExpungeException.Permanent.class);
    assertThat(store().batches(id, 0, 10)).isEqualTo(batches);
  }

  @Test
  default void theSameRangeWithOtherDuplicatesIsAFailureToo() {
    TaskId id = Given.stagingTask(store());
    Batch plain = Samples.batches(1, Given.ROWS).getFirst();
    store().addBatches(id, List.of(plain));
    assertThatThrownBy(() -> store().addBatches(id, List.of(ofDuplicates(plain))))
        .isInstanceOf(ExpungeException.Permanent.class);
  }

  @Test
  default void noBatchIsAddedOnceTheTaskHasLeftStaging() {
    TaskId id = Given.runningTask(store(), 1);
    assertThat(store().addBatches(id, Samples.batches(3, Given.ROWS))).isFalse();
    assertThat(store().batches(id, 0, 10)).hasSize(1);
  }

  @Test
  default void aLateIntakeIsToldThatTheTaskHasLeftStagingThoughItsBatchesStand() {
    TaskId id = Given.runningTask(store(), 2);
    assertThat(store().addBatches(id, Samples.batches(2, Given.ROWS))).isFalse();
  }

  @Test
  default void noBatchIsAddedWithoutATask() {
    TaskId id = Given.unknownTask().id();
    assertThat(store().addBatches(id, Samples.batches(1, Given.ROWS))).isFalse();
    assertThat(store().batches(id, 0, 10)).isEmpty();
  }

  @Test
  default void theBatchesOfARejectedTaskAreRemovedAndStayRemoved() {
    TaskId id = Given.stagingTask(store());
    List<Batch> batches = Samples.batches(120, 1);
    store().addBatches(id, batches.subList(0, 50));
    store().addBatches(id, batches.subList(50, 100));
    store().addBatches(id, batches.subList(100, 120));
    store().reject(id, Given.PROBLEM, Given.NOW);
    store().removeBatches(id);
    store().removeBatches(id);
    assertThat(store().batches(id, 0, 10)).isEmpty();
    assertThat(store().addBatches(id, batches.subList(0, 50))).isFalse();
    assertThat(Given.task(store(), id).state()).isEqualTo(TaskState.REJECTED);
  }

  @Test
  default void soAreThoseOfATaskThatWasCancelledWhileItsFileWasRead() {
    TaskId id = Given.stagingTask(store());
    store().addBatches(id, Samples.batches(3, Given.ROWS));
    store().removeBatches(id);
    assertThat(store().batches(id, 0, 10)).hasSize(3);
    Given.move(store(), id, TaskState.CANCELLED);
    store().removeBatches(id);
    assertThat(store().batches(id, 0, 10)).isEmpty();
  }

  @Test
  default void theBeginOfAnIntakeIsATouch() {
    TaskId id = Given.stagingTask(store());
    store().beginIntake(id, Given.LATER);
    assertThat(Given.task(store(), id).touchedAt()).isEqualTo(Given.LATER);
  }

  @Test
  default void aCancelledTaskKeepsTheBatchesOfItsAcceptedFile() {
    TaskId id = Given.runningTask(store(), 2);
    Given.move(store(), id, TaskState.CANCELLED);
    store().removeBatches(id);
    assertThat(store().batches(id, 0, 10)).hasSize(2);
  }

  @Test
  default void noOtherTaskLosesItsBatches() {
    TaskId running = Given.runningTask(store(), 2);
    store().removeBatches(running);
    store().removeBatches(Given.unknownTask().id());
    assertThat(store().batches(running, 0, 10)).hasSize(2);
  }

  private static Batch ofDuplicates(Batch batch) {
    int rows = batch.rows().slice().rows();
    List<Duplicate> duplicates = new ArrayList<>();
    IntStream.range(1, rows).forEach(row -> duplicates.add(new Duplicate(row, 1_000_000 + row)));
    return Batch.fresh(batch.number(), new BatchRows(batch.rows().slice(), 1, duplicates));
  }
}
