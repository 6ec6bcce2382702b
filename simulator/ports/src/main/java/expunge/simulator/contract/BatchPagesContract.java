package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.batch.Batch;
import expunge.simulator.Samples;
import expunge.task.TaskId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Batches are read one by one, or in pages by their numbers. */
interface BatchPagesContract extends TaskStoreUnderTest {
  @Test
  default void aBatchThatWasNotAddedIsNotThere() {
    TaskId id = Given.runningTask(store(), 1);
    assertThat(store().batch(id, 2)).isEmpty();
    assertThat(store().batch(Given.unknownTask().id(), 1)).isEmpty();
  }

  @Test
  default void pagesFollowTheNumbersUntilOneIsEmpty() {
    TaskId id = Given.stagingTask(store());
    List<Batch> batches = Samples.batches(12, Given.ROWS);
    store().addBatches(id, batches.reversed());
    List<Batch> read = new ArrayList<>();
    List<Batch> page = store().batches(id, 0, 5);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(5);
      read.addAll(page);
      page = store().batches(id, page.getLast().number(), 5);
    }
    assertThat(read).isEqualTo(batches);
  }

  @Test
  default void aPageBeginsAfterTheNumber() {
    TaskId id = Given.runningTask(store(), 3);
    assertThat(store().batches(id, 2, 5)).extracting(Batch::number).containsExactly(3);
    assertThat(store().batches(id, 3, 5)).isEmpty();
  }

  @Test
  default void aPageHoldsTheBatchesOfNoOtherTask() {
    Given.runningTask(store(), 2);
    TaskId id = Given.runningTask(store(), 1);
    assertThat(store().batches(id, 0, 5)).hasSize(1);
    assertThat(store().batches(Given.unknownTask().id(), 0, 5)).isEmpty();
  }

  @Test
  default void aBatchShowsAllThatHappenedToIt() {
    TaskId id = Given.runningTask(store(), 1);
    store().lease(id, 1, Given.LEASE, Given.NOW);
    store().plan(id, 1, Given.LEASE.owner(), Given.plan(0, 3, 9));
    store().commit(id, 1, Given.LEASE.owner(), Given.commit(3), Given.NOW);
    Batch batch = Given.batch(store(), id, 1);
    assertThat(batch.rows()).isEqualTo(Samples.rows(1, Given.ROWS));
    assertThat(batch.lease()).contains(Given.LEASE);
    assertThat(batch.plan()).contains(Given.plan(0, 3, 9));
    assertThat(batch.commit()).contains(Given.commit(3));
    assertThat(store().batches(id, 0, 5)).containsExactly(batch);
  }
}
