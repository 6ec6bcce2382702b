package expunge.run;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** Writes 128 bits as 26 characters that are safe in a URL, an S3 key and a file name. */
public final class Ids {
  /** The length of every id, in characters. */
  public static final int LENGTH = 26;

  private static final int BYTES = 16;
  private static final int RADIX = 32;

  private Ids() {}

  /**
   * The same bytes always give the same id.
   *
   * @param bytes at least 16; the first 16 count
   * @throws IllegalArgumentException if there are fewer
   */
  public static String from(byte[] bytes) {
    if (bytes.length < BYTES) {
      throw new IllegalArgumentException("an id needs 16 bytes, got " + bytes.length);
    }
    String digits = new BigInteger(1, bytes, 0, BYTES).toString(RADIX).toLowerCase(Locale.ROOT);
    return "0".repeat(LENGTH - digits.length()) + digits;
  }

  /**
   * The id that stands for these parts, in this order: the same parts, the same id. It is made of
   * SHA-256 over the parts in UTF-8, each after its length in bytes.
   */
  public static String derivedFrom(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return from(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
