package expunge.access;

import java.util.regex.Pattern;

/**
 * A key as Expunge knows it.
 *
 * @param label how people tell their keys apart: 1 to 64 letters, digits, dots, hyphens or
 *     underscores
 */
public record ApiKey(String label, Role role, KeyHash hash) {
  /** What a label is, for people. */
  public static final String LABEL_RULE = "1 to 64 letters, digits, dots, hyphens or underscores";

  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /**
   * @throws IllegalArgumentException if the label has another form
   */
  public ApiKey {
    if (!isLabel(label)) {
      throw new IllegalArgumentException("not a label of a key");
    }
  }

  /** Whether {@code text} can be a label. */
  public static boolean isLabel(String text) {
    return LABEL.matcher(text).matches();
  }

  /** By which it is named where people manage keys. */
  public KeyId id() {
    return hash.id();
  }

  /** This key as an entry of the settings, {@code role:label:hash}. */
  public String entry() {
    return role.word() + ":" + label + ":" + hash.hex();
  }
}
