package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.intake.ArrivedFile;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.simulator.Shop;
import expunge.task.Doorbell;
import expunge.task.Task;
import expunge.task.TaskState;
import expunge.work.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody declares datasets otherwise while tasks are open: those can still be cancelled. */
class DeclarationTest {
  /** The dataset is there no more. */
  static final Dataset OTHER_NAME = declared("others", Samples.customers().table());

  /** The dataset means another table. */
  private static final Dataset OTHER_TABLE =
      declared(Samples.customers().name(), "profiles-of-somebody-else");

  private final MemorySystem system = new MemorySystem(Samples.customers(), 3);

  static List<Dataset> others() {
    return List.of(OTHER_NAME, OTHER_TABLE);
  }

  @ParameterizedTest
  @MethodSource("others")
  void aTaskThatNobodyHasBegunIsCancelled(Dataset other) {
    Task task = running();
    system.declare(other);
    system.control().cancel(task.id());
    system.answerAll();
    assertThat(task(task).state()).isEqualTo(TaskState.CANCELLED);
    assertThat(task(task).balance().count(Outcome.CANCELLED)).isEqualTo(8);
    assertThat(system.report(task).lines()).hasSize(9);
    assertThat(system.profiles.deletions()).isZero();
  }

  @ParameterizedTest
  @MethodSource("others")
  void aBatchIsClosedByItsOwnBellToo(Dataset other) {
    Task task = running();
    system.declare(other);
    system.control().cancel(task.id());
    system.worker().answer(Doorbell.of(task.id(), 1), system.deadline());
    assertThat(system.tasks.batch(task.id(), 1).orElseThrow().isFinal()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("others")
  void aBatchWithAPlanWaitsForItsDeclaration(Dataset other) {
    Task task = running();
    system.tasks.lease(task.id(), 1, new Lease("dead", Instant.EPOCH), Instant.EPOCH);
    system.tasks.plan(task.id(), 1, "dead", new Plan.ByKey(BitSet.valueOf(new long[] {7})));
    system.declare(other);
    system.control().cancel(task.id());
    takeDue();
    assertThat(task(task).state()).isEqualTo(TaskState.CANCELLING);
    assertThat(task(task).balance().count(Outcome.CANCELLED)).isEqualTo(5);
    assertThat(system.profiles.deletions()).isZero();
    system.declare(Samples.customers());
    system.scheduler.advance(Duration.ofHours(1));
    system.doorbells.ring(List.of(Doorbell.of(task.id())), Duration.ZERO);
    system.answerAll();
    assertThat(task(task).state()).isEqualTo(TaskState.CANCELLED);
    assertThat(task(task).balance().count(Outcome.DELETED)).isEqualTo(3);
  }

  /** Answers what is due now, and what that rings at once. */
  private void takeDue() {
    for (int turn = 0; turn < 3; turn++) {
      system
          .doorbells
          .takeDue(system.scheduler.now())
          .forEach(bell -> system.worker().answer(bell, system.deadline()));
    }
  }

  private Task running() {
    system.addProfiles(IntStream.rangeClosed(1, 8).mapToObj(n -> Samples.key(n).value()).toList());
    ArrivedFile file = system.put("a.csv", Samples.file(8), Map.of());
    system.intake().fileArrived(file);
    return system.task(file);
  }

  private Task task(Task task) {
    return system.tasks.find(task.id()).orElseThrow();
  }

  @Test
  void aTypeThatIsGoneIsAFaultThatCostsNoLeaseAndTheTaskEndsWhenItIsBack() {
    MemorySystem shop = Shop.system(3, List.of("a"));
    ArrivedFile file = shop.put("a.csv", "customer\na\n", Map.of("deletion-type", "contact"));
    shop.intake().fileArrived(file);
    Dataset all = shop.dataset;
    shop.declare(
        new Dataset(
            all.name(),
            all.profiles(),
            all.key(),
            all.identifiers(),
            List.of(new DeletionType.Complete()),
            all.linked(),
            all.suppression(),
            all.segments()));
    Doorbell bell = Doorbell.of(shop.idOf(file), 1);

    assertThat(shop.worker().answer(bell, shop.deadline())).isEqualTo(Answer.FAULT);
    assertThat(shop.tasks.batch(shop.idOf(file), 1).orElseThrow())
        .satisfies(batch -> assertThat(batch.lease()).isEmpty())
        .satisfies(batch -> assertThat(batch.progress().attempts()).isZero());
    shop.declare(all);
    shop.answerAll();
    assertThat(shop.task(file).state()).isEqualTo(TaskState.COMPLETED);
  }

  private static Dataset declared(String name, String table) {
    return Dataset.byKey(name, table, Samples.customers().key());
  }
}
