package expunge.suppression;

import expunge.dataset.Dataset;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret under which identifiers are hashed. Under another one, all entries say nothing: it is
 * to be kept as long as the list. It never shows itself. For many threads.
 */
public final class SuppressionKey {
  /** Of the secret, at least. */
  public static final int LEAST_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec secret;

  private SuppressionKey(byte[] secret) {
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /**
   * The key of this secret text, white space at its ends left out.
   *
   * @throws IllegalArgumentException if it is shorter than {@link #LEAST_BYTES} in UTF-8
   */
  public static SuppressionKey of(String secret) {
    byte[] bytes = secret.strip().getBytes(StandardCharsets.UTF_8);
    if (bytes.length < LEAST_BYTES) {
      throw new IllegalArgumentException("a key needs at least " + LEAST_BYTES + " bytes");
    }
    return new SuppressionKey(bytes);
  }

  /**
   * The id of an identifier's entry: the HMAC-SHA-256 of dataset, kind and value.
   *
   * @param value in normal form
   */
  public EntryId entry(Dataset dataset, String identifier, String value) {
    Mac mac = mac();
    Stream.of(dataset.name(), identifier, value)
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .forEach(
            bytes -> {
              mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
              mac.update(bytes);
            });
    return new EntryId(HexFormat.of().formatHex(mac.doFinal()));
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }

  @Override
  public String toString() {
    return "SuppressionKey[…]";
  }
}
