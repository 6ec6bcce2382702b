package expunge.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.simulator.run.Campaign.Figures;
import expunge.simulator.run.Simulation.Result;
import expunge.task.TaskKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The build's share of the schedules. A failure names its seed: {@code ./expunge simulate --seed N
 * --shrink}.
 */
class SchedulesTest {
  private static final long SEEDS = 20_000;
  private static final long FEW = 200;

  @Test
  void noPromiseIsBroken() {
    Figures figures = new Campaign(1, SEEDS, 1, Simulation::of).run();

    assertThat(figures.failed()).extracting(Result::seed, Result::violations).isEmpty();
    assertThat(figures.seeds()).isEqualTo(SEEDS);
    assertThat(figures.shareWithFaults()).isGreaterThan(0.95);
    assertThat(figures.tally().emptyCells(TaskKind.DELETION))
        .as("faults that met no such call")
        .isZero();
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    assertThat(hashes()).isEqualTo(hashes());
  }

  @Test
  void theSameSeedGivesTheSameRunInAnotherProcess() throws IOException, InterruptedException {
    Process other =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Hashes.class.getName())
            .redirectErrorStream(true)
            .start();

    String printed = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(other.waitFor()).as(printed).isZero();
    assertThat(printed).isEqualToIgnoringNewLines(hashes().toString());
  }

  @Test
  void aFaultLeftOutLeavesWhatDoesNotFollowFromItWhereItWas() {
    Simulation simulation = Simulation.of(3);
    List<Long> faults = simulation.run().faults();

    long last = faults.getLast();
    List<Long> without = simulation.allowing(name -> name != last).run().faults();
    assertThat(without).startsWith(faults.subList(0, faults.size() - 1).toArray(Long[]::new));
  }

  /** Of each seed's whole trace. */
  static List<Long> hashes() {
    return LongStream.rangeClosed(1, FEW)
        .mapToObj(seed -> Simulation.of(seed).run().hash())
        .toList();
  }

  /** Prints them, as another process. */
  static final class Hashes {
    private Hashes() {}

    public static void main(String... arguments) {
      System.out.println(hashes());
    }
  }
}
