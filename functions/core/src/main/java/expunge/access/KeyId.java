package expunge.access;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a key is called where people manage keys: the first half of its hash, by which nobody can
 * call.
 *
 * @param hex 32 lower-case hexadecimal digits
 */
public record KeyId(String hex) {
  static final int DIGITS = 32;

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{" + DIGITS + "}");

  /**
   * @throws IllegalArgumentException if the text has another form
   */
  public KeyId {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("not the id of a key");
    }
  }

  /** The id that a text is; empty where it has another form. */
  public static Optional<KeyId> of(String text) {
    return Optional.of(text).filter(id -> FORM.matcher(id).matches()).map(KeyId::new);
  }

  @Override
  public String toString() {
    return hex;
  }
}
