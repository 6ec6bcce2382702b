package expunge.access;

import java.util.Base64;
import java.util.function.Consumer;

/**
 * A key that was just made: the only moment at which its text is known.
 *
 * @param text what its owner presents; kept nowhere
 * @param hash what goes into the settings, or into the store
 */
public record NewKey(String text, KeyHash hash) {
  private static final String PREFIX = "exp_";
  private static final int BYTES = 32;

  /**
   * Makes a key of 256 bits: {@code exp_} and 43 characters that are safe in a URL.
   *
   * @param random fills an array with bytes that nobody can guess
   */
  public static NewKey generate(Consumer<byte[]> random) {
    byte[] bytes = new byte[BYTES];
    random.accept(bytes);
    String text = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new NewKey(text, KeyHash.of(text));
  }

  @Override
  public String toString() {
    return "NewKey[…]";
  }
}
