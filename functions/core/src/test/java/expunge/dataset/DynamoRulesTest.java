package expunge.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DynamoRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"0", "0e2147483647", "-7.0", "9.9e125", "1e-130", "1000e-133", "10000000000e115"})
  void aNumberInRangeIsTaken(String number) {
    assertThat(DynamoRules.brokenByNumber(new BigDecimal(number))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e126",
        "1e-131",
        "1e2000000000",
        "1000e2147483647",
        "1e-2147483647",
        "123456789012345678901234567890123456789"
      })
  void oneThatIsTooLongOrOutOfRangeIsNot(String number) {
    assertThat(DynamoRules.brokenByNumber(new BigDecimal(number))).isPresent();
  }
}
