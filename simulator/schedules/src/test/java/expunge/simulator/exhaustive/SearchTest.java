package expunge.simulator.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.simulator.bug.PlantedBug;
import expunge.simulator.exhaustive.Replay.Outcome;
import expunge.simulator.platform.Plant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The build's share of the small scope; {@code ./expunge simulate --exhaustive} runs all of it. */
class SearchTest {
  /**
   * Follows from the calls that the functions make: look whether they should, and write it anew.
   */
  private static final String EXPECTED =
      """
      preemptions                0           1
      no fault                   1          11
      a crash                  108       1,097
      a lost answer             50         523
      a duplicate               10         241\
      """;

  @Test
  void noScheduleBreaksAPromiseAndNoneIsLeftOut() {
    Census census = new Search(Bounds.BUILD, () -> Plant.NOTHING, 1).run();

    assertThat(census.failed()).extracting(Outcome::schedule, Outcome::violations).isEmpty();
    assertThat(census).hasToString(EXPECTED);
  }

  @Test
  void everyCallAndEveryDeliveryIsAPoint() {
    List<String> smooth = Replay.written(Schedule.SMOOTH, () -> Plant.NOTHING).trace();
    long calls = count(smooth, ".*  (tasks|objects|profiles|doorbells)\\.\\w+");
    long streams = count(smooth, ".*  objects\\.stream");
    long deliveries = count(smooth, ".* begins.*");

    Census noPreemptions = new Search(new Bounds(List.of(0, 0)), () -> Plant.NOTHING, 1).run();
    assertThat(noPreemptions.schedules())
        .isEqualTo(1 + 2 * calls + (calls - streams) + 2 * deliveries);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "CUTS_ANEW",
        "TOTALS_BEFORE_BATCHES",
        "OVERWRITES_BATCHES",
        "OVERWRITES_TASKS",
        "READS_ONCE",
        "PLANS_ANEW",
        "PLANS_AT_THE_END",
        "JOINS_ALL_PARTS",
        "COMMITS_IN_TWO_STEPS",
        "COUNTERS_FIRST",
        "COUNTS_AGAIN",
        "RINGS_AFTER_ACKNOWLEDGING",
        "NEVER_RINGS_AGAIN",
        "ACKNOWLEDGES_FAULTS",
        "ONLY_THE_COMMITTER_FINISHES"
      })
  void aPlantedBugBreaksAPromiseWithinTheSmallScope(PlantedBug bug) {
    assertThat(Replay.written(Schedule.SMOOTH, bug::plant).violations()).isEmpty();

    Outcome found = new Search(Bounds.BUILD, bug::plant, 1).run().failed().getFirst();

    Schedule again = Schedule.named(found.schedule().toString());
    assertThat(Replay.written(again, bug::plant).violations()).isEqualTo(found.violations());
  }

  private static long count(List<String> lines, String pattern) {
    return lines.stream().filter(line -> line.matches(pattern)).count();
  }
}
