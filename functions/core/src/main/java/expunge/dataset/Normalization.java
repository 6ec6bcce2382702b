package expunge.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The form in which a table stores an identifier, and to which a file's value is brought. */
public enum Normalization {
  /** As it is. */
  NONE("none"),
  /** In lower case, by the rules of no language. */
  LOWER_CASE("lower-case"),
  /** Without what people put between digits: spaces, dots, hyphens, slashes, parentheses. */
  PHONE("phone");

  private static final String PUNCTUATION = " .-/()";

  private final String word;

  Normalization(String word) {
    this.word = word;
  }

  /** Its name in a declaration. */
  public String word() {
    return word;
  }

  /** The normalization of this name; empty where there is none. */
  public static Optional<Normalization> named(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  /** The value in this form; may be empty. Repeating it changes nothing. */
  public String of(String value) {
    return switch (this) {
      case NONE -> value;
      case LOWER_CASE -> value.toLowerCase(Locale.ROOT);
      case PHONE -> withoutPunctuation(value);
    };
  }

  private static String withoutPunctuation(String value) {
    StringBuilder kept = new StringBuilder();
    value.codePoints().filter(c -> PUNCTUATION.indexOf(c) < 0).forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
