package expunge.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @Test
  void valuesAreReadWithoutTheSpaceAroundThem() {
    Settings settings = new Settings(Map.of("TABLE", " tasks ", "ROWS", "12", "INDEX", "by-time"));

    assertThat(settings.text("TABLE")).isEqualTo("tasks");
    assertThat(settings.text("INDEX", "by-created")).isEqualTo("by-time");
    assertThat(settings.integer("ROWS", 5, 1, 20)).isEqualTo(12);
    settings.check();
  }

  @Test
  void aBlankValueCountsAsNone() {
    Settings settings = new Settings(Map.of("INDEX", " ", "ROWS", "", "WHO", "\t"));

    assertThat(settings.text("INDEX", "by-created")).isEqualTo("by-created");
    assertThat(settings.integer("ROWS", 5, 1, 20)).isEqualTo(5);
    assertThat(settings.optionalText("WHO")).isEmpty();
    settings.check();
  }

  @Test
  void anAddressMustNotEndWithASlashSinceAPathFollows() {
    Settings settings = new Settings(Map.of("GOOD", "http://a/v1", "BAD", "http://a/"));

    assertThat(settings.address("GOOD", "")).isEqualTo("http://a/v1");
    assertThat(settings.address("NONE", "")).isEmpty();
    settings.address("BAD", "");
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(settings::check)
        .satisfies(
            invalid ->
                assertThat(invalid.problems()).containsExactly("BAD: must not end with a slash"));
  }

  @Test
  void allProblemsAreToldAtOnceAndNoValueWithThem() {
    Settings settings = new Settings(Map.of("ROWS", "secret", "KEYS", "secret"));
    settings.text("TABLE");
    settings.integer("ROWS", 5, 1, 20);
    settings.document("KEYS", SettingsTest::refuseTwice);
    settings.document("DATASETS", SettingsTest::refuseTwice);

    InvalidSettings invalid =
        assertThatExceptionOfType(InvalidSettings.class).isThrownBy(settings::check).actual();

    assertThat(invalid.problems())
        .containsExactly(
            "TABLE: missing",
            "ROWS: has to be a whole number from 1 to 20",
            "KEYS: first",
            "KEYS: second",
            "DATASETS: missing");
    assertThat(invalid).hasMessageContaining("TABLE: missing").hasMessageNotContaining("secret");
  }

  @Test
  void aDocumentMayLieInAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("datasets.json"), "{}");
    Settings settings = new Settings(Map.of("DATASETS", "@" + file, "KEYS", "here"));

    assertThat(settings.document("DATASETS", String::length)).contains(2);
    assertThat(settings.document("KEYS", String::length)).contains(4);
    settings.check();
  }

  @Test
  void aFileThatCantBeReadIsAProblem(@TempDir Path folder) throws IOException {
    Path noText = Files.write(folder.resolve("no-text"), new byte[] {(byte) 0xff});
    Settings settings =
        new Settings(Map.of("A", "@" + folder.resolve("absent"), "B", "@" + noText, "C", "@\0"));

    assertThat(settings.document("A", String::length)).isEmpty();
    assertThat(settings.document("B", String::length)).isEmpty();
    assertThat(settings.document("C", String::length)).isEmpty();
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(settings::check)
        .satisfies(invalid -> assertThat(invalid.problems()).hasSize(3));
  }

  private static String refuseTwice(String text) {
    throw new InvalidSettings(List.of("first", "second"));
  }
}
