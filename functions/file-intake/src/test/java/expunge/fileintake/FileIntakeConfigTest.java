package expunge.fileintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileIntakeConfigTest {
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
    FileIntakeConfig config = FileIntakeConfig.from(ENOUGH);

    assertThat(config.rules().limits().rows()).isEqualTo(10_000_000);
    assertThat(config.rules().limits().sliceRows()).isEqualTo(1_000);
    assertThat(config.rules().oldest()).isEqualTo(Duration.ofDays(90));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    Map<String, String> wrong = new HashMap<>(ENOUGH);
    wrong.remove("EXPUNGE_BUCKET");
    wrong.put("EXPUNGE_BATCH_ROWS", "a few");
    wrong.put("EXPUNGE_DATASETS", "{}");

    assertThatThrownBy(() -> FileIntakeConfig.from(wrong))
        .hasMessageContaining("EXPUNGE_BUCKET")
        .hasMessageContaining("EXPUNGE_BATCH_ROWS")
        .hasMessageContaining("EXPUNGE_DATASETS");
  }
}
