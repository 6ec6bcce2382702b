package expunge.simulator.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import expunge.simulator.bug.PlantedBug;
import expunge.simulator.exhaustive.Bounds.Variant;
import expunge.simulator.exhaustive.Replay.Outcome;
import expunge.simulator.platform.Plant;
import expunge.simulator.scenario.Scenario.Call;
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
      preemptions                        0           1
      nobody calls: 2,041 schedules
        no fault                         1          11
        a crash                        108       1,097
        a lost answer                   50         523
        a duplicate                     10         241
      cancel: 1,467 schedules
        no fault                        54       1,413
      pause: 996 schedules
        no fault                        54         942
      pause, then resume: 1,235 schedules
        no fault                     1,235\
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

    Census noPreemptions =
        new Search(Bounds.ofPreemptions(List.of(0, 0)), () -> Plant.NOTHING, 1).run();
    assertThat(noPreemptions.schedules())
        .isEqualTo(1 + 2 * calls + (calls - streams) + 2 * deliveries);
  }

  @Test
  void somebodyMayCallBeforeEveryCall() {
    List<String> smooth = Replay.written(Schedule.SMOOTH, () -> Plant.NOTHING).trace();
    long calls = count(smooth, ".*  (tasks|objects|profiles|doorbells)\\.\\w+");

    Census census = new Search(ofOneCancel(), () -> Plant.NOTHING, 1).run();
    assertThat(census.schedules()).isEqualTo(1 + calls);
  }

  @Test
  void boundsWithoutTheBeginningsOfTheirSchedulesAreRefused() {
    Variant nobody = new Variant(List.of(), List.of(0));
    Variant further = new Variant(List.of(Call.PAUSE), List.of(1));

    assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(List.of(nobody, further)));
    assertThatIllegalArgumentException().isThrownBy(() -> Bounds.ofPreemptions(List.of(0, 1)));
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
    assertBreaksAPromise(bug, Bounds.ofPreemptions(List.of(1, 1)));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCELS_AT_ONCE", "LEAVES_BEGUN_BATCHES"})
  void aPlantedBugBreaksAPromiseWhereSomebodyCancels(PlantedBug bug) {
    assertBreaksAPromise(bug, ofOneCancel());
  }

  private static void assertBreaksAPromise(PlantedBug bug, Bounds bounds) {
    assertThat(Replay.written(Schedule.SMOOTH, bug::plant).violations()).isEmpty();

    Outcome found = new Search(bounds, bug::plant, 1).run().failed().getFirst();

    Schedule again = Schedule.named(found.schedule().toString());
    assertThat(Replay.written(again, bug::plant).violations()).isEqualTo(found.violations());
  }

  private static Bounds ofOneCancel() {
    Variant nobody = new Variant(List.of(), List.of(0));
    return new Bounds(List.of(nobody, new Variant(List.of(Call.CANCEL), List.of(0))));
  }

  private static long count(List<String> lines, String pattern) {
    return lines.stream().filter(line -> line.matches(pattern)).count();
  }
}
