package expunge.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the id of a profile stands in an attribute, such as {@code CUSTOMER#{id}}; a constant where
 * it has no place for one.
 *
 * @param text with {@code {id}} at most once
 */
public record Template(String text) {
  /** The id as it is. */
  public static final Template ID = new Template("{id}");

  private static final String PLACE = "{id}";

  /**
   * @throws IllegalArgumentException if it is empty, or has two places for the id
   */
  public Template {
    if (text.isEmpty() || isUnclear(text)) {
      throw new IllegalArgumentException("a template is not empty and has {id} at most once");
    }
  }

  /** Whether such a text has more than one place for the id. */
  static boolean isUnclear(String text) {
    return text.indexOf(PLACE) != text.lastIndexOf(PLACE);
  }

  /** Whether it says the same of every profile. */
  public boolean isConstant() {
    return !text.contains(PLACE);
  }

  /** The attribute's text for this id. */
  public String with(String id) {
    return text.replace(PLACE, id);
  }

  /** The most bytes of an id in UTF-8 with which the text has at most so many. */
  int mostBytesOfId(int bytes) {
    return isConstant()
        ? bytes
        : bytes - text.replace(PLACE, "").getBytes(StandardCharsets.UTF_8).length;
  }

  /** The id in such a text; empty where the text is another one, or the id in it is empty. */
  public Optional<String> idIn(String filled) {
    int place = text.indexOf(PLACE);
    if (place < 0) {
      return Optional.empty();
    }
    String before = text.substring(0, place);
    String after = text.substring(place + PLACE.length());
    boolean fits =
        filled.length() > before.length() + after.length()
            && filled.startsWith(before)
            && filled.endsWith(after);
    return fits
        ? Optional.of(filled.substring(before.length(), filled.length() - after.length()))
        : Optional.empty();
  }
}
