package expunge.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import expunge.simulator.run.Campaign.Figures;
import expunge.simulator.run.Simulation.Result;
import expunge.task.TaskKind;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The build's share of the schedules of imports. A failure names its seed: {@code ./expunge
 * simulate --imports --seed N --shrink}.
 */
class ImportWorldsTest {
  private static final long SEEDS = 5_000;
  private static final long FEW = 50;
  private static final List<Outcome> OF_IMPORTS =
      List.of(
          Outcome.CREATED,
          Outcome.UPDATED,
          Outcome.SUPPRESSED,
          Outcome.AMBIGUOUS,
          Outcome.PROTECTED,
          Outcome.INVALID,
          Outcome.DUPLICATE,
          Outcome.FAILED,
          Outcome.CANCELLED);

  private static Simulation simulation(long seed) {
    return Simulation.of(seed, TaskKind.IMPORT);
  }

  @Test
  void noPromiseIsBroken() {
    Figures figures = new Campaign(1, SEEDS, 1, ImportWorldsTest::simulation).run();

    assertThat(figures.failed()).extracting(Result::seed, Result::violations).isEmpty();
    assertThat(figures.seeds()).isEqualTo(SEEDS);
    assertThat(figures.shareWithFaults()).isGreaterThan(0.95);
    assertThat(OF_IMPORTS).allMatch(outcome -> figures.balance().count(outcome) > 0);
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    assertThat(hashes()).isEqualTo(hashes());
  }

  private static List<Long> hashes() {
    return LongStream.rangeClosed(1, FEW).mapToObj(seed -> simulation(seed).run().hash()).toList();
  }
}
