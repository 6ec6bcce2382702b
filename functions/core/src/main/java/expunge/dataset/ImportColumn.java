package expunge.dataset;

import com.google.re2j.Pattern;
import expunge.item.Value;
import java.util.Locale;
import java.util.Optional;

/**
 * A column by which an import sets an attribute of profiles.
 *
 * @param name its header
 * @param attribute which it sets; no part of the key, no identifier and no mark
 * @param type how the table stores it
 * @param pattern what a whole value must match; empty where none is declared
 * @param hint for people who fill it in; empty where there is none
 */
public record ImportColumn(
    String name, String attribute, Type type, Optional<Pattern> pattern, Optional<String> hint) {
  /**
   * A cell as a profile's attribute has it.
   *
   * @param cell one that may stand in this column
   */
  public Value stored(String cell) {
    return switch (type) {
      case TEXT -> new Value.Text(cell);
      case NUMBER -> new Value.Numeric(cell);
      case FLAG -> new Value.Flag(Boolean.parseBoolean(cell));
    };
  }

  String fingerprint() {
    return String.join("|", name, attribute, type.name(), pattern.map(Pattern::pattern).orElse(""));
  }

  /** How the table stores a value. */
  public enum Type {
    /** As it is. */
    TEXT,
    /** As a number, in canonical form. */
    NUMBER,
    /** {@code true} or {@code false}. */
    FLAG;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Its name in a declaration. */
    public String word() {
      return word;
    }
  }
}
