package expunge.importworker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import expunge.aws.AwsClients;
import expunge.run.InvalidSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportWorkerConfigTest {
  private static final String MARGIN = "EXPUNGE_MARGIN_SECONDS";
  private static final Map<String, String> ENOUGH =
      Map.of(
          "EXPUNGE_TASKS_TABLE", "tasks",
          "EXPUNGE_BUCKET", "files",
          "EXPUNGE_IMPORT_QUEUE_URL", "https://sqs.example/imports",
          "EXPUNGE_DATASETS",
              """
              {"datasets": {"customers": {"profiles": {"table": "profiles", "key": "id"}}}}
              """);

  private static Duration margin(String seconds) {
    Map<String, String> environment = new HashMap<>(ENOUGH);
    environment.put(MARGIN, seconds);
    return ImportWorkerConfig.from(environment).margin();
  }

  @Test
  void theLongestCallEndsWithinTheMargin() {
    assertThat(ImportWorkerConfig.from(ENOUGH).margin()).isGreaterThan(AwsClients.CALL);
    assertThat(margin("12")).isGreaterThan(AwsClients.CALL);
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> margin("11"))
        .withMessageContaining(MARGIN);
  }
}
