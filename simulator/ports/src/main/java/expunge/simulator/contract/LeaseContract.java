package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.batch.Batch;
import expunge.batch.Plan;
import expunge.batch.Progress;
import expunge.batch.Reached;
import expunge.task.TaskId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A batch has one owner at a time, until the lease has run out or is given back. */
interface LeaseContract extends TaskStoreUnderTest {
  @Test
  default void aLeaseIsTakenAndCountsAnAttempt() {
    TaskId id = Given.runningTask(store(), 1);
    Optional<Batch> leased = store().lease(id, 1, Given.LEASE, Given.NOW);
    assertThat(leased).isEqualTo(store().batch(id, 1));
    assertThat(leased.flatMap(Batch::lease)).contains(Given.LEASE);
    assertThat(leased.map(Batch::progress)).contains(new Progress(1, 1, Reached.NOTHING));
  }

  @Test
  default void theVerySameLeaseAgainIsGrantedAndCountsNoSecondAttempt() {
    TaskId id = Given.runningTask(store(), 1);
    Optional<Batch> leased = store().lease(id, 1, Given.LEASE, Given.NOW);
    assertThat(store().lease(id, 1, Given.LEASE, Given.NOW)).isEqualTo(leased);
    assertThat(store().batch(id, 1)).isEqualTo(leased);
  }

  @Test
  default void nobodyElseGetsALeasedBatch() {
    TaskId id = Given.runningTask(store(), 1);
    Optional<Batch> leased = store().lease(id, 1, Given.LEASE, Given.NOW);
    assertThat(store().lease(id, 1, Given.NEXT_LEASE, Given.LEASE.until().minusMillis(1)))
        .isEmpty();
    assertThat(store().batch(id, 1)).isEqualTo(leased);
  }

  @Test
  default void aLeaseThatHasRunOutIsTakenOverWithPlanAndProgress() {
    TaskId id = Given.runningTask(store(), 1);
    Plan plan = Given.plan(1, 2, 3);
    store().lease(id, 1, Given.LEASE, Given.NOW);
    store().plan(id, 1, Given.LEASE.owner(), plan);
    Batch taken = store().lease(id, 1, Given.NEXT_LEASE, Given.LEASE.until()).orElseThrow();
    assertThat(taken.lease()).contains(Given.NEXT_LEASE);
    assertThat(taken.plan()).contains(plan);
    assertThat(taken.progress()).isEqualTo(new Progress(2, 1, Reached.NOTHING));
  }

  @Test
  default void theFormerOwnerCanDoNothingMore() {
    TaskId id = Given.runningTask(store(), 1);
    store().lease(id, 1, Given.LEASE, Given.NOW);
    Optional<Batch> taken = store().lease(id, 1, Given.NEXT_LEASE, Given.LEASE.until());
    String former = Given.LEASE.owner();
    assertThat(store().plan(id, 1, former, Given.plan(1))).isEmpty();
    assertThat(store().handBack(id, 1, former, Reached.deleted(1), Optional.empty())).isFalse();
    assertThat(store().commit(id, 1, former, Given.commit(1), Given.LATER)).isFalse();
    assertThat(store().batch(id, 1)).isEqualTo(taken);
    assertThat(Given.task(store(), id).openBatches()).isEqualTo(1);
  }

  @Test
  default void anOwnerWhoseLeaseHasRunOutMayGoOnAsLongAsNobodyTookItOver() {
    TaskId id = Given.runningTask(store(), 1);
    store().lease(id, 1, Given.LEASE, Given.NOW);
    String owner = Given.LEASE.owner();
    assertThat(store().plan(id, 1, owner, Given.plan(1))).isPresent();
    assertThat(store().commit(id, 1, owner, Given.commit(1), Given.LEASE.until().plusSeconds(1)))
        .isTrue();
  }

  @Test
  default void aFinalBatchIsNotLeasedAgain() {
    TaskId id = Given.runningTask(store(), 1);
    store().lease(id, 1, Given.LEASE, Given.NOW);
    store().commit(id, 1, Given.LEASE.owner(), Given.commit(0), Given.NOW);
    assertThat(store().lease(id, 1, Given.LEASE, Given.NOW)).isEmpty();
    assertThat(store().lease(id, 1, Given.NEXT_LEASE, Given.LEASE.until())).isEmpty();
  }

  @Test
  default void whatIsNotThereIsNotLeased() {
    TaskId running = Given.runningTask(store(), 1);
    TaskId unknown = Given.unknownTask().id();
    assertThat(store().lease(running, 2, Given.LEASE, Given.NOW)).isEmpty();
    assertThat(store().batch(running, 2)).isEmpty();
    assertThat(store().lease(unknown, 1, Given.LEASE, Given.NOW)).isEmpty();
    assertThat(store().batch(unknown, 1)).isEmpty();
  }

  @Test
  default void ofLeasesAtOnceOneIsGranted() {
    TaskId id = Given.runningTask(store(), 1);
    List<Optional<Batch>> granted =
        AtOnce.run(4, n -> store().lease(id, 1, Given.lease("owner-" + n), Given.NOW));
    assertThat(granted.stream().flatMap(Optional::stream))
        .containsExactly(Given.batch(store(), id, 1));
    assertThat(Given.batch(store(), id, 1).progress().attempts()).isEqualTo(1);
  }
}
