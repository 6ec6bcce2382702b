package expunge.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import org.junit.jupiter.api.Test;

class SuppressionKeyTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final SuppressionKey KEY = SuppressionKey.of(SECRET);
  private static final Dataset CUSTOMERS = dataset("customers");

  private static Dataset dataset(String name) {
    return Dataset.byKey(name, "table", Identifier.plain("id", KeyType.TEXT));
  }

  /** Computed by another program: HMAC-SHA-256 over the three texts, each after its length. */
  @Test
  void anEntryIsTheHmacOfDatasetKindAndValue() {
    assertThat(KEY.entry(CUSTOMERS, "email", "ä@example.com").hex())
        .isEqualTo("7b5fa3972cb1f721382a6e64c1289affec38e7cf1bb2e5471fb2a7ace34822d1");
  }

  @Test
  void nothingThatDiffersHasTheSameEntry() {
    EntryId entry = KEY.entry(CUSTOMERS, "email", "a@b");
    assertThat(entry)
        .isNotEqualTo(KEY.entry(CUSTOMERS, "email", "A@b"))
        .isNotEqualTo(KEY.entry(CUSTOMERS, "phone", "a@b"))
        .isNotEqualTo(KEY.entry(CUSTOMERS, "emaila", "@b"))
        .isNotEqualTo(KEY.entry(dataset("leads"), "email", "a@b"))
        .isNotEqualTo(SuppressionKey.of(SECRET + "0").entry(CUSTOMERS, "email", "a@b"))
        .isEqualTo(SuppressionKey.of(SECRET + "\n").entry(CUSTOMERS, "email", "a@b"));
  }

  @Test
  void aShortSecretIsNone() {
    assertThatThrownBy(() -> SuppressionKey.of(SECRET.substring(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("0123");
  }

  @Test
  void neitherKeyNorReasonShowsItself() {
    assertThat(KEY.toString()).doesNotContain("0123");
  }
}
