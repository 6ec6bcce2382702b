package expunge.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class VerifiedBodyTest {
  private static final String SHA256_OF_ABC = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";

  private static VerifiedBody body(String text, String sha256) {
    byte[] bytes = text.getBytes(UTF_8);
    return new VerifiedBody(new ByteArrayInputStream(bytes), bytes.length, sha256);
  }

  @Test
  void theExpectedBodyIsReadWhole() throws IOException {
    try (VerifiedBody body = body("abc", SHA256_OF_ABC)) {
      assertThat(body.read()).isEqualTo('a');
      assertThat(body.readAllBytes()).asString().isEqualTo("bc");
      assertThat(body.refuted()).isFalse();
    }
  }

  @Test
  void anotherBodyBreaksOffBeforeItsEnd() throws IOException {
    try (VerifiedBody body = body("abd", SHA256_OF_ABC)) {
      assertThat(body.readNBytes(2)).asString().isEqualTo("ab");
      assertThatThrownBy(body::read).isInstanceOf(IOException.class);
      assertThat(body.refuted()).isTrue();
    }
  }

  @Test
  void anEmptyBodyIsVerifiedToo() throws IOException {
    try (VerifiedBody body = body("", SHA256_OF_ABC)) {
      assertThat(body.refuted()).isTrue();
    }
  }

  @Test
  void aSumThatIsNoBase64FitsNothing() throws IOException {
    try (VerifiedBody body = body("abc", "?")) {
      assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
    }
  }
}
