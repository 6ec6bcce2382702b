package expunge.dataset;

import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * A kind of identifier: its name is the header of its column in a file and, for the table's key,
 * the name of the attribute.
 *
 * @param name never blank
 * @param type how the table stores the value
 * @param pattern what a whole value must match; empty where the dataset declares none
 */
public record Identifier(String name, KeyType type, Optional<Pattern> pattern) {
  /**
   * @throws IllegalArgumentException if the name is blank
   */
  public Identifier {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an identifier needs a name");
    }
  }
}
