package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.batch.Batch;
import expunge.batch.Kept;
import expunge.batch.Lease;
import expunge.batch.Progress;
import expunge.batch.Reached;
import expunge.task.TaskId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Handing back frees the lease at once; progress is noted and never goes back. */
interface HandBackContract extends TaskStoreUnderTest {
  @Test
  default void aBatchHandedBackIsFreeForTheNextAndHasItsProgress() {
    TaskId id = planned();
    assertThat(handBack(id, 4)).isTrue();
    Batch batch = Given.batch(store(), id, 1);
    assertThat(batch.lease()).isEmpty();
    assertThat(batch.plan()).isPresent();
    assertThat(batch.progress()).isEqualTo(new Progress(1, 0, Reached.deleted(4)));
    assertThat(store().lease(id, 1, Given.NEXT_LEASE, Given.NOW).map(Batch::progress))
        .contains(new Progress(2, 1, Reached.deleted(4)));
  }

  @Test
  default void handBacksWithoutProgressAreStalls() {
    TaskId id = planned();
    handBack(id, 4);
    for (int attempt = 2; attempt <= 4; attempt++) {
      store().lease(id, 1, Given.LEASE, Given.NOW);
      assertThat(handBack(id, 4)).isTrue();
      assertThat(Given.batch(store(), id, 1).progress())
          .isEqualTo(new Progress(attempt, attempt - 1, Reached.deleted(4)));
    }
  }

  @Test
  default void progressNeverGoesBack() {
    TaskId id = planned();
    handBack(id, 4);
    store().lease(id, 1, Given.LEASE, Given.NOW);
    assertThat(handBack(id, 2)).isTrue();
    assertThat(Given.batch(store(), id, 1).progress())
        .isEqualTo(new Progress(2, 1, Reached.deleted(4)));
  }

  @Test
  default void linkedRecordsAndWhatWasKeptComeBack() {
    TaskId id = planned();
    Reached reached = new Reached(4, 1L << 40, kept(new int[] {0, 999}, new int[] {2}));
    assertThat(handBack(id, reached)).isTrue();
    assertThat(Given.batch(store(), id, 1).progress()).isEqualTo(new Progress(1, 0, reached));
    assertThat(store().lease(id, 1, Given.NEXT_LEASE, Given.NOW).map(Batch::progress))
        .contains(new Progress(2, 1, reached));
  }

  @Test
  default void linkedRecordsAloneAreProgress() {
    TaskId id = planned();
    handBack(id, new Reached(4, 1_000, Kept.NONE));
    store().lease(id, 1, Given.LEASE, Given.NOW);
    assertThat(handBack(id, new Reached(4, 2_000, Kept.NONE))).isTrue();
    assertThat(Given.batch(store(), id, 1).progress())
        .isEqualTo(new Progress(2, 0, new Reached(4, 2_000, Kept.NONE)));
    store().lease(id, 1, Given.LEASE, Given.NOW);
    assertThat(handBack(id, new Reached(4, 2_000, Kept.NONE))).isTrue();
    assertThat(Given.batch(store(), id, 1).progress())
        .isEqualTo(new Progress(3, 1, new Reached(4, 2_000, Kept.NONE)));
  }

  @Test
  default void whatIsReachedTakesThePlaceOfAllThatWasReached() {
    TaskId id = planned();
    handBack(id, new Reached(3, 1_000, kept(new int[] {0}, new int[] {2})));
    store().lease(id, 1, Given.LEASE, Given.NOW);
    assertThat(handBack(id, Reached.deleted(4))).isTrue();
    assertThat(Given.batch(store(), id, 1).progress().reached()).isEqualTo(Reached.deleted(4));
  }

  @Test
  default void theSecondHandBackChangesNothing() {
    TaskId id = planned();
    handBack(id, 4);
    Batch batch = Given.batch(store(), id, 1);
    assertThat(handBack(id, 5)).isFalse();
    assertThat(store().batch(id, 1)).contains(batch);
  }

  @Test
  default void aBatchThatRestsIsLeasedByNobodyBeforeItsTime() {
    TaskId id = planned();
    String former = Given.LEASE.owner();
    assertThat(store().handBack(id, 1, former, Reached.deleted(4), Optional.of(Given.LATER)))
        .isTrue();
    assertThat(Given.batch(store(), id, 1).lease()).map(Lease::until).contains(Given.LATER);
    assertThat(store().lease(id, 1, Given.NEXT_LEASE, Given.NOW)).isEmpty();
    assertThat(store().commit(id, 1, former, Given.commit(5), Given.NOW)).isFalse();
    assertThat(store().lease(id, 1, Given.NEXT_LEASE, Given.LATER).map(Batch::progress))
        .contains(new Progress(2, 1, Reached.deleted(4)));
  }

  @Test
  default void nobodyElseHandsABatchBack() {
    TaskId id = planned();
    Batch batch = Given.batch(store(), id, 1);
    assertThat(
            store().handBack(id, 1, Given.NEXT_LEASE.owner(), Reached.deleted(4), Optional.empty()))
        .isFalse();
    assertThat(store().batch(id, 1)).contains(batch);
  }

  @Test
  default void aFinalBatchIsNotHandedBackSoThatItsCommitCanBeRepeated() {
    TaskId id = planned();
    String owner = Given.LEASE.owner();
    store().commit(id, 1, owner, Given.commit(5), Given.NOW);
    Optional<Batch> committed = store().batch(id, 1);
    assertThat(handBack(id, 5)).isFalse();
    assertThat(store().batch(id, 1)).isEqualTo(committed);
    assertThat(store().commit(id, 1, owner, Given.commit(5), Given.NOW)).isTrue();
  }

  @Test
  default void whatIsNotThereIsNotHandedBack() {
    assertThat(
            store()
                .handBack(planned(), 2, Given.LEASE.owner(), Reached.deleted(4), Optional.empty()))
        .isFalse();
    assertThat(handBack(Given.unknownTask().id(), 4)).isFalse();
  }

  private TaskId planned() {
    TaskId id = Given.runningTask(store(), 1);
    store().lease(id, 1, Given.LEASE, Given.NOW);
    store().plan(id, 1, Given.LEASE.owner(), Given.plan(0, 1, 2, 3, 4));
    return id;
  }

  private boolean handBack(TaskId id, int planned) {
    return handBack(id, Reached.deleted(planned));
  }

  private boolean handBack(TaskId id, Reached reached) {
    return store().handBack(id, 1, Given.LEASE.owner(), reached, Optional.empty());
  }

  private static Kept kept(int[] held, int[] changed) {
    return new Kept(Given.plan(held).found(), Given.plan(changed).found());
  }
}
