package expunge.suppression;

import java.util.regex.Pattern;

/**
 * By which an entry of the list is found.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record EntryId(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws IllegalArgumentException if the text has another form
   */
  public EntryId {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("not the id of an entry");
    }
  }
}
