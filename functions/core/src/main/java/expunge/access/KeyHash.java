package expunge.access;

import expunge.object.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a key's text. It never shows itself; {@link #hex} is for the settings and the
 * store.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record KeyHash(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws IllegalArgumentException if the text has another form
   */
  public KeyHash {
    if (!isKeyHash(hex)) {
      throw new IllegalArgumentException("not the hash of a key");
    }
  }

  /** Whether {@code text} has the form of a hash. */
  static boolean isKeyHash(String text) {
    return FORM.matcher(text).matches();
  }

  /** The hash of this key. */
  public static KeyHash of(String key) {
    return new KeyHash(Sha256.of(key.getBytes(StandardCharsets.UTF_8)).hex());
  }

  /** By which the key is told from others: too little of the hash to stand for it. */
  public KeyId id() {
    return new KeyId(hex.substring(0, KeyId.DIGITS));
  }

  /** Whether both are the same, in a time that does not tell how much of them is. */
  boolean matches(KeyHash other) {
    return MessageDigest.isEqual(
        hex.getBytes(StandardCharsets.US_ASCII), other.hex.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "KeyHash[…]";
  }
}
