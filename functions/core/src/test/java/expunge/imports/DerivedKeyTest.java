package expunge.imports;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import org.junit.jupiter.api.Test;

class DerivedKeyTest {
  private static final Dataset CUSTOMERS =
      Dataset.byKey("customers", "table", Identifier.plain("id", KeyType.TEXT));

  /** Computed by another program: under another hash, everybody would get a second profile. */
  @Test
  void aKeyIsTheHashOfDatasetIdentifierValueAndNumber() {
    assertThat(DerivedKey.of(CUSTOMERS, "email", "ä@example.com", 0).value())
        .isEqualTo("6r0jilliorv8orhi2a9jsdkjhv");
    assertThat(DerivedKey.of(CUSTOMERS, "email", "ä@example.com", 1).value())
        .isEqualTo("0aurtm0550sotveua4vit6vpdr");
  }
}
