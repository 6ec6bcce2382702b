package expunge.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.dataset.Datasets;
import expunge.run.InvalidSettings;
import expunge.run.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppressionSecretTest {
  private static final String ARN =
      "arn:aws:secretsmanager:eu-central-1:123456789012:secret:key-1a2B3c";

  @Test
  void whereNoListIsKeptNoKeyIsNeeded() {
    Settings settings = new Settings(Map.of());
    assertThat(SuppressionSecret.from(settings, Optional.of(datasets(""))))
        .isEqualTo(new SuppressionSecret.None());
    settings.check();
  }

  @Test
  void anArnNamesASecret() {
    assertThat(read(ARN)).isEqualTo(new SuppressionSecret.InSecretsManager(ARN));
  }

  @Test
  void aFileHoldsTheKeyItself(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "k".repeat(32) + "\n");
    assertThat(read("@" + file)).isInstanceOf(SuppressionSecret.Known.class);
  }

  @Test
  void anArnWithASlipOfThePenIsNoKey() {
    for (String wrong :
        List.of(ARN.replace("123456789012", "12345678901"), ARN.replace("secretsmanager", "kms"))) {
      assertThatThrownBy(() -> read(wrong)).hasMessageContaining("has to be the ARN of a secret");
    }
    assertThatThrownBy(() -> read("expunge-production-suppression-list"))
        .hasMessageContaining("has to be the ARN of a secret");
    assertThat(read("key:" + "k".repeat(32))).isInstanceOf(SuppressionSecret.Known.class);
  }

  @Test
  void whatCanBeNoKeyIsToldAndNotShown() {
    assertThatThrownBy(() -> read("too short"))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("EXPUNGE_SUPPRESSION_KEY: has to be the ARN of a secret")
        .hasMessageNotContaining("too short");
    assertThatThrownBy(() -> read("")).hasMessageContaining("EXPUNGE_SUPPRESSION_KEY: missing");
  }

  private static SuppressionSecret read(String setting) {
    Settings settings = new Settings(Map.of("EXPUNGE_SUPPRESSION_KEY", setting));
    SuppressionSecret secret =
        SuppressionSecret.from(
            settings, Optional.of(datasets(", \"suppression\": {\"table\": \"list\"}")));
    settings.check();
    return secret;
  }

  private static Datasets datasets(String more) {
    return Datasets.parse(
        "{\"datasets\": {\"members\": {\"profiles\": {\"table\": \"t\", \"key\": \"id\"}%s}}}"
            .formatted(more));
  }
}
