package expunge.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.simulator.bug.PlantedBug;
import expunge.simulator.run.Simulation.Result;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
  @Test
  void aFailingRunShrinksToTheFaultsThatItNeeds() {
    PlantedBug bug = PlantedBug.TRUSTS_FAILED_DELETIONS;
    Result found = BugHunt.find(bug).orElseThrow();

    Result shrunk = Shrinker.shrink(Simulation.of(found.seed()).with(bug::plant));

    assertThat(shrunk.violations()).isNotEmpty();
    assertThat(shrunk.faults())
        .hasSizeLessThanOrEqualTo(found.faults().size())
        .hasSizeBetween(1, 2);
    assertThat(shrunk.trace())
        .anyMatch(line -> line.contains("profiles.delete  ! broken half-way"));
  }

  @Test
  void aRunThatIsFineStaysAsItIs() {
    Result fine = Shrinker.shrink(Simulation.of(1));

    assertThat(fine.violations()).isEmpty();
    assertThat(fine.hash()).isEqualTo(Simulation.of(1).run().hash());
  }
}
