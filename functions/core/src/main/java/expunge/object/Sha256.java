package expunge.object;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The SHA-256 of some bytes.
 *
 * @param hex 64 hexadecimal digits, in lower case whatever was given
 */
public record Sha256(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f]{64}");

  /**
   * @throws IllegalArgumentException if the text has another form
   */
  public Sha256 {
    if (!isSha256(hex)) {
      throw new IllegalArgumentException("not 64 hexadecimal digits");
    }
    hex = hex.toLowerCase(Locale.ROOT);
  }

  /** Whether {@code text} has the form of a hash. */
  public static boolean isSha256(String text) {
    return FORM.matcher(text).matches();
  }

  /** The hash of these bytes. */
  public static Sha256 of(byte[] bytes) {
    try {
      return new Sha256(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** The same as S3 writes it. */
  public String base64() {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }
}
