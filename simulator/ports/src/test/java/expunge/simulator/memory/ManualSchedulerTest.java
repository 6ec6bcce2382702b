package expunge.simulator.memory;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.run.Scheduler;
import expunge.simulator.contract.SchedulerContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ManualSchedulerTest extends SchedulerContract {
  private final ManualScheduler scheduler = new ManualScheduler(1);

  @Override
  protected Scheduler scheduler() {
    return scheduler;
  }

  @Test
  void theClockMovesOnlyWhenToldToOrWaitedFor() {
    assertThat(scheduler.now()).isEqualTo(ManualScheduler.START);
    scheduler.advance(Duration.ofMinutes(1));
    scheduler.waitUntil(ManualScheduler.START.plusSeconds(90));
    assertThat(scheduler.now()).isEqualTo(ManualScheduler.START.plusSeconds(90));
  }

  @Test
  void theSameSeedGivesTheSameIdsAndDice() {
    Scheduler same = new ManualScheduler(1);
    assertThat(same.newId()).isEqualTo(scheduler.newId());
    assertThat(same.random()).isEqualTo(scheduler.random());
    assertThat(new ManualScheduler(2).newId()).isNotEqualTo(new ManualScheduler(1).newId());
  }
}
