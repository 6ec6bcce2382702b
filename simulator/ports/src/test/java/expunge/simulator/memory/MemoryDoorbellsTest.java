package expunge.simulator.memory;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.simulator.Samples;
import expunge.simulator.contract.DoorbellsContract;
import expunge.task.Doorbell;
import expunge.task.Doorbells;
import expunge.task.TaskId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryDoorbellsTest extends DoorbellsContract {
  private static final TaskId TASK = Samples.staging("drop/file.csv").id();

  private final ManualScheduler scheduler = new ManualScheduler(1);
  private final MemoryDoorbells doorbells = new MemoryDoorbells(scheduler);

  @Override
  protected Doorbells doorbells() {
    return doorbells;
  }

  @Override
  protected List<Doorbell> receive() {
    scheduler.advance(Duration.ofMillis(100));
    return doorbells.takeDue(scheduler.now());
  }

  @Test
  void aDelayIsRoundedUpSoThatNoBellIsEarly() {
    doorbells.ring(List.of(Doorbell.of(TASK, 1)), Duration.ofMillis(1_001));
    assertThat(doorbells.takeDue(ManualScheduler.START.plusMillis(1_999))).isEmpty();
    assertThat(doorbells.takeDue(ManualScheduler.START.plusSeconds(2))).hasSize(1);
  }

  @Test
  void queuedBellsAreSeenInTheOrderOfBecomingDueAndGroupedByTask() {
    doorbells.ring(List.of(Doorbell.of(TASK, 1)), Duration.ofSeconds(5));
    doorbells.ring(List.of(Doorbell.of(TASK, 2)), Duration.ZERO);
    assertThat(doorbells.queued())
        .extracting(MemoryDoorbells.Queued::bell)
        .containsExactly(Doorbell.of(TASK, 2), Doorbell.of(TASK, 1));
    assertThat(doorbells.queued()).extracting(MemoryDoorbells.Queued::group).containsOnly(TASK);
  }

  @Test
  void aBellThatWasTakenIsNotThereAnyMore() {
    doorbells.ring(List.of(Doorbell.of(TASK), Doorbell.of(TASK)), Duration.ZERO);
    assertThat(doorbells.takeDue(scheduler.now())).hasSize(2);
    assertThat(doorbells.takeDue(scheduler.now())).isEmpty();
    assertThat(doorbells.queued()).isEmpty();
  }
}
