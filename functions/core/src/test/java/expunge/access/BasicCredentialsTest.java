package expunge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {
  @ParameterizedTest
  @ValueSource(strings = {"Basic ", "basic ", "BASIC   "})
  void theKeyIsTheUserNameWhateverTheCaseOfTheScheme(String scheme) {
    assertThat(BasicCredentials.parse(scheme + base64("exp_abc:")))
        .contains(new BasicCredentials("exp_abc"));
  }

  @Test
  void theHashIsThatOfTheKey() {
    assertThat(new BasicCredentials("exp_abc").hash()).isEqualTo(KeyHash.of("exp_abc"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp_abc", "exp_abc:password", "exp_abc::", "a:b:", ":", ":exp_abc", ""})
  void aPasswordOrNoUserNameOrNoColonIsNoCredentials(String pair) {
    assertThat(BasicCredentials.parse("Basic " + base64(pair))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic",
        "Basic ",
        "Bearer ZXhwX2FiYzo=",
        "ZXhwX2FiYzo=",
        "Basic ZXhwX2FiYzo= x",
        "Basic ****",
        "Basic Z",
        "Basic ZXhwX2FiYzo==",
        "Basic /zo=",
        "BasicZXhwX2FiYzo="
      })
  void aMalformedHeaderIsNoCredentials(String header) {
    assertThat(BasicCredentials.parse(header)).isEmpty();
  }

  private static String base64(String pair) {
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
