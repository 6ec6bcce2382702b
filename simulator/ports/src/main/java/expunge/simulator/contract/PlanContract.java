package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.batch.Batch;
import expunge.batch.Plan;
import expunge.batch.Progress;
import expunge.batch.Reached;
import expunge.task.TaskId;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The first plan of a batch stands for ever; whoever comes later gets that one. */
interface PlanContract extends TaskStoreUnderTest {
  @Test
  default void aPlanIsWrittenAndCountsAsProgress() {
    TaskId id = leased();
    Optional<Batch> planned = plan(id, Given.plan(0, 9));
    assertThat(planned).isEqualTo(store().batch(id, 1));
    assertThat(planned.flatMap(Batch::plan)).contains(Given.plan(0, 9));
    assertThat(planned.map(Batch::progress)).contains(new Progress(1, 0, Reached.NOTHING));
    assertThat(planned.flatMap(Batch::lease)).contains(Given.LEASE);
  }

  @Test
  default void plansOfEverySizeComeBack() {
    List<Plan> plans =
        List.of(Given.plan(), Given.plan(IntStream.range(0, 1_000).toArray()), Given.plan(64));
    for (Plan plan : plans) {
      TaskId id = leased();
      plan(id, plan);
      assertThat(Given.batch(store(), id, 1).plan()).contains(plan);
    }
  }

  @Test
  default void plansOfEveryKindComeBack() {
    BitSet found = Given.plan(0, 7, 64).found();
    BitSet held = Given.plan(1, 999).found();
    List<Plan> plans =
        List.of(
            new Plan.ByKey(found, held),
            new Plan.ByKey(new BitSet(), held),
            new Plan.InObject("work/ä b/1", "0f".repeat(32), 0),
            new Plan.InObject("work/a/00000042", "f0".repeat(32), Integer.MAX_VALUE));
    for (Plan plan : plans) {
      TaskId id = leased();
      plan(id, plan);
      assertThat(Given.batch(store(), id, 1).plan()).contains(plan);
      assertThat(plan(id, Given.plan(2)).flatMap(Batch::plan)).contains(plan);
    }
  }

  @Test
  default void anotherPlanOfTheSameOwnerYieldsToTheFirst() {
    TaskId id = leased();
    Optional<Batch> planned = plan(id, Given.plan(1));
    assertThat(plan(id, Given.plan(2))).isEqualTo(planned);
    assertThat(store().batch(id, 1)).isEqualTo(planned);
  }

  @Test
  default void anEmptyPlanIsAPlanToo() {
    TaskId id = leased();
    plan(id, Given.plan());
    assertThat(plan(id, Given.plan(2)).flatMap(Batch::plan)).contains(Given.plan());
  }

  @Test
  default void thePlanOfTheNextOwnerYieldsToTheFirst() {
    TaskId id = leased();
    plan(id, Given.plan(1));
    store().lease(id, 1, Given.NEXT_LEASE, Given.LEASE.until());
    assertThat(store().plan(id, 1, Given.NEXT_LEASE.owner(), Given.plan(2)).flatMap(Batch::plan))
        .contains(Given.plan(1));
  }

  @Test
  default void thePlanThatStandsIsNotToldToOneWithoutTheLease() {
    TaskId id = leased();
    plan(id, Given.plan(1));
    assertThat(store().plan(id, 1, Given.NEXT_LEASE.owner(), Given.plan(2))).isEmpty();
  }

  @Test
  default void withoutALeaseThereIsNoPlan() {
    TaskId id = Given.runningTask(store(), 1);
    assertThat(plan(id, Given.plan(1))).isEmpty();
    assertThat(Given.batch(store(), id, 1).plan()).isEmpty();
  }

  @Test
  default void aFinalBatchGetsNoPlan() {
    TaskId id = leased();
    store().commit(id, 1, Given.LEASE.owner(), Given.commit(0), Given.NOW);
    assertThat(plan(id, Given.plan(1))).isEmpty();
    assertThat(Given.batch(store(), id, 1).plan()).isEmpty();
  }

  @Test
  default void whatIsNotThereGetsNoPlan() {
    TaskId id = leased();
    assertThat(store().plan(id, 2, Given.LEASE.owner(), Given.plan(1))).isEmpty();
    assertThat(store().batch(id, 2)).isEmpty();
    assertThat(plan(Given.unknownTask().id(), Given.plan(1))).isEmpty();
  }

  @Test
  default void ofPlansAtOnceAllGetTheOneThatStands() {
    TaskId id = leased();
    List<Optional<Batch>> planned = AtOnce.run(4, n -> plan(id, Given.plan(n)));
    assertThat(planned).containsOnly(store().batch(id, 1));
    assertThat(Given.batch(store(), id, 1).plan()).isPresent();
  }

  private TaskId leased() {
    TaskId id = Given.runningTask(store(), 1);
    store().lease(id, 1, Given.LEASE, Given.NOW);
    return id;
  }

  private Optional<Batch> plan(TaskId id, Plan plan) {
    return store().plan(id, 1, Given.LEASE.owner(), plan);
  }
}
