package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.batch.Reached;
import expunge.intake.ArrivedFile;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Doorbell;
import expunge.task.Task;
import expunge.task.TaskState;
import expunge.work.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bell that was given up: rung again while there is hope, settled where there is none. */
class DeadLettersTest {
  private static final Instant PAST = Instant.EPOCH;

  private final MemorySystem system = new MemorySystem(Samples.customers(), 4);
  private Task task = Samples.staging("drop/a.csv");

  @BeforeEach
  void aRunningTaskOfTwoBatches() {
    system.addProfiles(keys());
    ArrivedFile file = system.put("a.csv", Samples.file(8), Map.of());
    system.intake().fileArrived(file);
    system.doorbells.takeDue(system.scheduler.now());
    task = system.task(file);
  }

  @Test
  void aBatchThatNobodyTookIsRungAgain() {
    assertThat(answer(batch(1))).isEqualTo(Answer.ACKNOWLEDGE);
    assertThat(queued()).containsExactly(batch(1));
  }

  @Test
  void aHopelessBatchThatIsHeldIsRungAgain() {
    stalled(1);
    Lease living = new Lease("living", system.scheduler.now().plusSeconds(60));
    system.tasks.lease(task.id(), 1, living, system.scheduler.now());
    answer(batch(1));
    assertThat(queued()).containsExactly(batch(1));
    assertThat(isFinal(1)).isFalse();
  }

  @Test
  void aHopelessBatchWithoutAPlanFailsAndNothingOfItIsDeleted() {
    stalled(1);
    answer(batch(1));
    assertThat(reportOf(1)).allMatch(line -> line.contains("failed"));
    assertThat(keys()).allMatch(system::hasProfile);
    assertThat(task().balance().count(Outcome.FAILED)).isEqualTo(4);
  }

  @Test
  void ofAPlannedBatchOnlyWhatAStrongReadStillFindsHasFailed() {
    stalled(1);
    planned(1);
    system.profiles.remove(system.dataset, List.of(Samples.key(1), Samples.key(3)));
    int deletions = system.profiles.deletions();
    answer(batch(1));
    assertThat(task().balance().count(Outcome.DELETED)).isEqualTo(2);
    assertThat(task().balance().count(Outcome.FAILED)).isEqualTo(2);
    assertThat(system.profiles.deletions()).as("it deletes nothing").isEqualTo(deletions);
  }

  @Test
  void redrivenTwiceItIsSettledOnce() {
    stalled(1);
    planned(1);
    answer(batch(1));
    Task settled = task();
    answer(batch(1));
    assertThat(task().balance()).isEqualTo(settled.balance());
    assertThat(task().openBatches()).isEqualTo(1);
  }

  @Test
  void theRestRunsOnAndTheTaskEnds() {
    stalled(1);
    answer(batch(1));
    system.doorbells.ring(List.of(batch(2)), Duration.ZERO);
    system.answerAll();
    assertThat(task().state()).isEqualTo(TaskState.COMPLETED_WITH_ERRORS);
    assertThat(system.report(task()).lines()).hasSize(9);
  }

  @Test
  void aBatchWhoseFileIsGoneIsSettledWithWhatItsRecordKnows() {
    stalled(1);
    planned(1);
    system.tasks.handBack(task.id(), 1, "stalled", Reached.deleted(1), Optional.of(PAST));
    stalled(1);
    system.objects.expire(task.file().version());
    answer(batch(1));
    assertThat(task().balance().count(Outcome.DELETED)).isEqualTo(1);
    assertThat(task().balance().count(Outcome.FAILED)).isEqualTo(3);
    assertThat(reportOf(1)).filteredOn(line -> line.contains("can't be read")).hasSize(4);
  }

  @Test
  void ofADryRunNothingMayHaveBeenDeleted() {
    ArrivedFile file = system.put("b.csv", Samples.file(4), Map.of("dry-run", "true"));
    system.intake().fileArrived(file);
    task = system.task(file);
    stalled(1);
    planned(1);
    system.objects.expire(task.file().version());
    answer(batch(1));
    assertThat(reportOf(1))
        .hasSize(4)
        .allMatch(line -> line.contains("failed") && !line.contains("deleted"));
  }

  @Test
  void aBellThatIsRungAgainWaits() {
    answer(batch(1));
    assertThat(system.doorbells.queued())
        .allMatch(queued -> queued.due().isAfter(system.scheduler.now()));
  }

  @Test
  void aPausedBatchThatWasNotBegunIsNotFailed() {
    stalled(1);
    system.control().pause(task.id());
    answer(batch(1));
    assertThat(isFinal(1)).isFalse();
  }

  @Test
  void aTaskThatCantBeFinishedFailsWithTheReason() {
    EnumSet<TaskState> running = EnumSet.of(TaskState.RUNNING);
    system.tasks.move(task.id(), running, TaskState.FINISHING, system.scheduler.now());
    answer(Doorbell.of(task.id()));
    assertThat(task().state()).isEqualTo(TaskState.FAILED);
    assertThat(task().problem().orElseThrow().type()).isEqualTo("unfinishable");
    assertThat(system.objects.text("results/by-file/drop/a.csv.json")).contains("FAILED");
  }

  @Test
  void aTaskThatHasEndedStaysAsItIs() {
    system.doorbells.ring(List.of(Doorbell.of(task.id())), Duration.ZERO);
    system.answerAll();
    Task ended = task();
    answer(batch(1));
    answer(Doorbell.of(task.id()));
    assertThat(task()).isEqualTo(ended);
  }

  @Test
  void aBellOfAnUnknownTaskIsAcknowledged() {
    Doorbell unknown = Doorbell.of(Samples.staging("drop/unknown.csv").id(), 1);
    assertThat(answer(unknown)).isEqualTo(Answer.ACKNOWLEDGE);
  }

  private Answer answer(Doorbell bell) {
    return system.deadLetters().answer(bell, system.deadline());
  }

  private Doorbell batch(int number) {
    return Doorbell.of(task.id(), number);
  }

  /** As many workers have died over it as it takes. */
  private void stalled(int number) {
    for (int attempt = 0; attempt < 6; attempt++) {
      Instant now = system.scheduler.now();
      system.tasks.lease(task.id(), number, new Lease("stalled", now), now);
      system.scheduler.advance(Duration.ofMinutes(3));
    }
  }

  private void planned(int number) {
    BitSet all = new BitSet();
    all.set(0, 4);
    system.tasks.plan(task.id(), number, "stalled", new Plan.ByKey(all));
    stalled(number);
  }

  private boolean isFinal(int number) {
    return system.tasks.batch(task.id(), number).orElseThrow().isFinal();
  }

  private List<String> reportOf(int number) {
    String part =
        system.tasks.batch(task.id(), number).orElseThrow().commit().orElseThrow().reportPart();
    return system.objects.text(part).lines().toList();
  }

  private List<Doorbell> queued() {
    return system.doorbells.queued().stream().map(queued -> queued.bell()).toList();
  }

  private Task task() {
    return system.tasks.find(task.id()).orElseThrow();
  }

  private static List<String> keys() {
    return IntStream.rangeClosed(1, 8).mapToObj(n -> Samples.key(n).value()).toList();
  }
}
