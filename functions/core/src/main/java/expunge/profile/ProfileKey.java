package expunge.profile;

/**
 * The value by which the profile table knows a profile. It identifies a person, so it never shows
 * itself.
 *
 * @param value never empty; in canonical form where the table's key is a number
 */
public record ProfileKey(String value) {
  /**
   * @throws IllegalArgumentException if the value is empty
   */
  public ProfileKey {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a profile key can't be empty");
    }
  }

  @Override
  public String toString() {
    return "ProfileKey[…]";
  }
}
