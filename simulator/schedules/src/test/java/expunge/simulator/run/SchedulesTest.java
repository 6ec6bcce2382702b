package expunge.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.simulator.run.Campaign.Figures;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The build's share of the schedules. A failure names the seed: {@code ./expunge simulate --seed N --shrink}. */
class SchedulesTest {
  private static final long SEEDS = 20_000;

  /** Of ten seeds; to be changed together with whatever changes the course of a run. */
  @Test
  void theSameSeedGivesTheSameRun() {
    assertThat(LongStream.rangeClosed(1, 50).map(SchedulesTest::hash))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 50).map(SchedulesTest::hash).boxed().toList());
  }

  @Test
  @Timeout(120)
  void noPromiseIsBroken() {
    Figures figures = new Campaign(1, SEEDS, 1, Simulation::of).run();

    assertThat(figures.failed()).isEmpty();
    assertThat(figures.seeds()).isEqualTo(SEEDS);
    assertThat(figures.shareWithFaults()).isGreaterThan(0.95);
  }

  private static long hash(long seed) {
    return Simulation.of(seed).run().hash();
  }
}
