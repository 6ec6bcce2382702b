package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import expunge.access.KeyHash;
import expunge.run.InvalidSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpApiConfigTest {
  private static final String DATASETS =
      """
      {"datasets": {"customers": {"profiles": {"table": "profiles", "key": "MaestraId"}}}}
      """;
  private static final KeyHash HASH = KeyHash.of("key");

  @Test
  void theEnvironmentIsRead() {
    HttpApiConfig config =
        HttpApiConfig.from(
            Map.of(
                "EXPUNGE_TASKS_TABLE",
                "tasks",
                "EXPUNGE_ACCESS_TABLE",
                "access",
                "EXPUNGE_BUCKET",
                "bucket",
                "EXPUNGE_DELETION_QUEUE_URL",
                "http://queue",
                "EXPUNGE_IMPORT_QUEUE_URL",
                "http://imports",
                "EXPUNGE_DATASETS",
                DATASETS,
                "EXPUNGE_API_KEYS",
                "viewer:screen:" + HASH.hex()));

    assertThat(config.tasksTable()).isEqualTo("tasks");
    assertThat(config.accessTable()).isEqualTo("access");
    assertThat(config.callsPerWindow()).isEqualTo(100);
    assertThat(config.sizes().body()).isEqualTo(262_144);
    assertThat(config.bucket()).isEqualTo("bucket");
    assertThat(config.datasets().names()).containsExactly("customers");
    assertThat(config.keys().find(HASH)).isPresent();
    assertThat(config.retention()).isEqualTo(Duration.ofDays(90));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    Map<String, String> environment =
        Map.of(
            "EXPUNGE_DATASETS", "{\"datasets\": {\"customers\": {}}}",
            "EXPUNGE_API_KEYS", "secret",
            "EXPUNGE_CALLS_PER_10_SECONDS", "10001",
            "EXPUNGE_LARGEST_BODY", "1023",
            "EXPUNGE_KEYS_PER_CALL", "101",
            "EXPUNGE_PAGE_ENTRIES", "0",
            "EXPUNGE_RETENTION_DAYS", "0");

    InvalidSettings invalid =
        assertThatExceptionOfType(InvalidSettings.class)
            .isThrownBy(() -> HttpApiConfig.from(environment))
            .actual();

    assertThat(invalid.problems())
        .containsExactly(
            "EXPUNGE_TASKS_TABLE: missing",
            "EXPUNGE_ACCESS_TABLE: missing",
            "EXPUNGE_BUCKET: missing",
            "EXPUNGE_DELETION_QUEUE_URL: missing",
            "EXPUNGE_IMPORT_QUEUE_URL: missing",
            "EXPUNGE_DATASETS: datasets.customers.profiles: missing",
            "EXPUNGE_API_KEYS: entry 1: has to be role:label:sha256",
            "EXPUNGE_CALLS_PER_10_SECONDS: has to be a whole number from 0 to 10000",
            "EXPUNGE_LARGEST_BODY: has to be a whole number from 1024 to 4000000",
            "EXPUNGE_KEYS_PER_CALL: has to be a whole number from 1 to 100",
            "EXPUNGE_PAGE_ENTRIES: has to be a whole number from 1 to 100",
            "EXPUNGE_RETENTION_DAYS: has to be a whole number from 1 to 3650");
    assertThat(invalid).hasMessageNotContaining("secret");
  }
}
