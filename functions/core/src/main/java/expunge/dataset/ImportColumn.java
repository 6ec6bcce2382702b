package expunge.dataset;

import com.google.re2j.Pattern;
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
  /** How the table stores a value. */
  public enum Type {
    /** As it is. */
    TEXT,
    /** As a number, in canonical form. */
    NUMBER,
    /** {@code true} or {@code false}. */
    FLAG
  }
}
