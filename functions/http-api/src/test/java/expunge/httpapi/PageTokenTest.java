package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.item.Cursor;
import expunge.item.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token is whatever a caller sends, not only what was given out. */
class PageTokenTest {
  private static final Dataset NUMBERS =
      Datasets.parse(
              """
              {"datasets": {"numbers": {
                "profiles": {"table": "numbers", "key": "id", "keyType": "number"}}}}
              """)
          .defaultDataset();

  @ParameterizedTest
  @ValueSource(strings = {"7", "-1.5", "0", "12345678901234567890123456789012345678", "1e125"})
  void aPlaceAmongNumbersIsReadAsItWasWritten(String number) {
    Cursor place = new Cursor(Map.of("id", new Value.Numeric(number)));
    assertThat(PageToken.read(PageToken.write(place), NUMBERS)).contains(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e2000000000", "1e-2000000000", "1000e2147483647", "1e126", "1e99999999999"})
  void aNumberThatNoTableHoldsIsNoPlace(String number) {
    assertThat(PageToken.read(token("{\"id\":\"" + number + "\"}"), NUMBERS)).isEmpty();
  }

  @Test
  void whatIsNoNumberIsNoPlace() {
    assertThat(PageToken.read(token("{\"id\":\"seven\"}"), NUMBERS)).isEmpty();
    assertThat(PageToken.read(token("{\"id\":7}"), NUMBERS)).isEmpty();
  }

  private static String token(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
