package expunge.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.repair.RepairRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HousekeepingConfigTest {
  private static final Map<String, String> ENOUGH =
      Map.of(
          "EXPUNGE_TASKS_TABLE", "tasks",
          "EXPUNGE_BUCKET", "files",
          "EXPUNGE_DELETION_QUEUE_URL", "http://queue",
          "EXPUNGE_IMPORT_QUEUE_URL", "http://imports",
          "EXPUNGE_DATASETS",
              "{\"datasets\": {\"people\": {\"profiles\": {\"table\": \"p\", \"key\": \"id\"}}}}");

  @Test
  void whatIsNotSetHasTheDocumentedValue() {
    assertThat(HousekeepingConfig.from(ENOUGH).repair()).isEqualTo(RepairRules.STANDARD);
    assertThat(HousekeepingConfig.from(ENOUGH).intake().oldest()).isEqualTo(Duration.ofDays(90));
  }

  @Test
  void whatIsSetCounts() {
    Map<String, String> set = new HashMap<>(ENOUGH);
    set.put("EXPUNGE_EVENT_LATE_MINUTES", "1");
    set.put("EXPUNGE_INTAKE_IDLE_MINUTES", "16");
    set.put("EXPUNGE_TASK_IDLE_MINUTES", "3");
    assertThat(HousekeepingConfig.from(set).repair())
        .isEqualTo(
            new RepairRules(Duration.ofMinutes(1), Duration.ofMinutes(16), Duration.ofMinutes(3)));
  }

  @Test
  void anIntakeIsNotTakenForDeadWhileItMayStillRun() {
    Map<String, String> hasty = new HashMap<>(ENOUGH);
    hasty.put("EXPUNGE_INTAKE_IDLE_MINUTES", "15");

    assertThatThrownBy(() -> HousekeepingConfig.from(hasty))
        .hasMessageContaining("EXPUNGE_INTAKE_IDLE_MINUTES");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    Map<String, String> wrong = new HashMap<>(ENOUGH);
    wrong.remove("EXPUNGE_BUCKET");
    wrong.put("EXPUNGE_TASK_IDLE_MINUTES", "soon");
    wrong.put("EXPUNGE_GUARD_ROWS", "-1");

    assertThatThrownBy(() -> HousekeepingConfig.from(wrong))
        .hasMessageContaining("EXPUNGE_BUCKET")
        .hasMessageContaining("EXPUNGE_TASK_IDLE_MINUTES")
        .hasMessageContaining("EXPUNGE_GUARD_ROWS");
  }
}
