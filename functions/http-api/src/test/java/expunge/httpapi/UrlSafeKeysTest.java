package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.dataset.Datasets;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys may come in a path. */
class UrlSafeKeysTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[0-9]+",
        "\\d{1,10}",
        "[A-Za-z0-9._~-]+",
        "C-[0-9]{4}|D_\\w+",
        "(?:ab)?c*",
        "[a-f0-9\\-]+",
      })
  void aPatternOfPlainCharactersIsSafe(String pattern) {
    assertThat(isSafe(pattern)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".*", "\\S+", "[^a]+", "[A-z]+", "[!-~]+", "a/b", "a%20", "[a-z/]+", "\\x2f", "[.-_]+",
        "a@b", "\\D", "[\\D]", "(?s:.)",
      })
  void anyOtherCountsAsUnsafe(String pattern) {
    assertThat(isSafe(pattern)).isFalse();
  }

  @Test
  void aNumberIsSafeAndAnyTextIsNot() {
    assertThat(UrlSafeKeys.isUrlSafe(Identifier.plain("id", KeyType.NUMBER))).isTrue();
    assertThat(UrlSafeKeys.isUrlSafe(Identifier.plain("id", KeyType.TEXT))).isFalse();
  }

  private static boolean isSafe(String pattern) {
    String declared = pattern.replace("\\", "\\\\");
    return UrlSafeKeys.isUrlSafe(
        Datasets.parse(
                """
                {"datasets": {"a": {"profiles": {"table": "abc", "key": "id", "keyPattern": "%s"}}}}
                """
                    .formatted(declared))
            .defaultDataset()
            .key());
  }
}
