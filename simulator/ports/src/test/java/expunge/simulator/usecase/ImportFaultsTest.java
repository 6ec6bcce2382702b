package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many schedules of one import under all that can go wrong around it: workers die, answers get
 * lost, tables are throttled or slow, bells come twice, late or never, workers wake up after their
 * leases, people pause, resume and cancel, change and delete customers, and disable the segment.
 * Then all is calm, and housekeeping has to bring the task to its end.
 */
class ImportFaultsTest {
  private static final int SCHEDULES = Integer.getInteger("expunge.import.schedules", 500);
  private static final int MOST_TO_FIND_A_BUG = 300;

  private final Map<ImportSchedule.Event, Integer> happened =
      new EnumMap<>(ImportSchedule.Event.class);
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

  @Test
  void whateverHappensEveryRowHasOneOutcomeThatIsTrue() {
    for (int seed = 0; seed < SCHEDULES; seed++) {
      ImportSchedule schedule = new ImportSchedule(seed);
      schedule.run();
      schedule.happened().forEach((event, times) -> happened.merge(event, times, Integer::sum));
      new ImportJudge(schedule).judge().forEach(row -> outcomes.merge(row, 1, Integer::sum));
    }

    System.out.printf("%,d schedules: %s, rows %s%n", SCHEDULES, happened, outcomes);
    assertThat(happened).containsOnlyKeys(ImportSchedule.Event.values());
    assertThat(outcomes)
        .containsKeys(
            Outcome.CREATED,
            Outcome.UPDATED,
            Outcome.SUPPRESSED,
            Outcome.DUPLICATE,
            Outcome.INVALID,
            Outcome.AMBIGUOUS,
            Outcome.FAILED,
            Outcome.CANCELLED);
  }

  /** Or a judge that says yes to everything would do. */
  @ParameterizedTest
  @EnumSource
  void aPlantedBugIsFound(PlantedImportBug bug) {
    assertThat(IntStream.range(0, MOST_TO_FIND_A_BUG).filter(seed -> finds(seed, bug)).findFirst())
        .as("a schedule that shows it")
        .isPresent();
  }

  private static boolean finds(int seed, PlantedImportBug bug) {
    try {
      ImportSchedule schedule = new ImportSchedule(seed, bug::plant);
      schedule.run();
      new ImportJudge(schedule).judge();
      return false;
    } catch (AssertionError found) {
      return true;
    }
  }
}
