package expunge.imports;

import expunge.dataset.Dataset;
import expunge.profile.ProfileKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Stream;

/**
 * The key of a profile that an import makes: always the same for the same identifier, so that two
 * imports at once make one profile. It is a pseudonym and no secret: it stands where the identifier
 * itself stands.
 */
public final class DerivedKey {
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 26;
  private static final int BITS = 5;

  private DerivedKey() {}

  /**
   * 26 digits and lower-case letters, made of SHA-256.
   *
   * @param identifier its name
   * @param value in normal form
   * @param number 0, or more where a profile that has lost the identifier has that key
   */
  public static ProfileKey of(Dataset dataset, String identifier, String value, int number) {
    MessageDigest sha256 = sha256();
    Stream.of(dataset.name(), identifier, value, Integer.toString(number))
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .forEach(
            bytes -> {
              sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
              sha256.update(bytes);
            });
    return new ProfileKey(text(sha256.digest()));
  }

  private static String text(byte[] hash) {
    StringBuilder text = new StringBuilder();
    for (int digit = 0; digit < LENGTH; digit++) {
      int value = 0;
      for (int bit = digit * BITS; bit < (digit + 1) * BITS; bit++) {
        value = value << 1 | (hash[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1);
      }
      text.append(DIGITS.charAt(value));
    }
    return text.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
