package expunge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NewKeyTest {
  @Test
  void aKeyIsMadeOf256BitsOfTheGivenSource() {
    AtomicInteger asked = new AtomicInteger();
    NewKey key =
        NewKey.generate(
            bytes -> {
              asked.set(bytes.length);
              Arrays.fill(bytes, (byte) 0xff);
            });

    assertThat(asked).hasValue(32);
    assertThat(key.text()).isEqualTo("exp_" + "_".repeat(42) + "8");
    assertThat(key.hash()).isEqualTo(KeyHash.of(key.text()));
  }

  @Test
  void theHashIsTheSha256OfTheText() {
    assertThat(KeyHash.of("abc").hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void neitherAKeyNorItsHashShowsItself() {
    NewKey key = NewKey.generate(bytes -> Arrays.fill(bytes, (byte) 7));
    ApiKey known = new ApiKey("desk", Role.OPERATOR, key.hash());

    assertThat(key + " " + key.hash() + " " + known + " " + new BasicCredentials(key.text()))
        .doesNotContain(key.text(), key.hash().hex());
  }
}
