package expunge.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
    return new KeyHash(
        HexFormat.of().formatHex(sha256().digest(key.getBytes(StandardCharsets.UTF_8))));
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
