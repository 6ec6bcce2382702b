package expunge.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NormalizationTest {
  private static final String[] SAMPLES = {
    "Ann@Example.COM", "+49 (30) 123-45.67/8", "İSTANBUL", "ΑΣ", "Straße", "", " .-/()", "😀 A"
  };

  @Test
  void nothingIsDoneUnlessDeclared() {
    assertThat(Normalization.NONE.of(" Ann@Example.COM ")).isEqualTo(" Ann@Example.COM ");
  }

  @Test
  void lowerCaseIsThatOfNoLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(Normalization.LOWER_CASE.of("INFO@X.IO")).isEqualTo("info@x.io");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void phoneNumbersLoseWhatPeoplePutBetweenDigits() {
    assertThat(Normalization.PHONE.of("+49 (30) 123-45.67/8")).isEqualTo("+493012345678");
    assertThat(Normalization.PHONE.of("00 49 30 ext 5")).isEqualTo("004930ext5");
    assertThat(Normalization.PHONE.of(" - ")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void repeatingItChangesNothing(Normalization normalization) {
    for (String sample : SAMPLES) {
      String once = normalization.of(sample);
      assertThat(normalization.of(once)).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachIsFoundByItsWord(Normalization normalization) {
    assertThat(Normalization.named(normalization.word())).contains(normalization);
    assertThat(Normalization.named(normalization.name())).isEmpty();
  }
}
