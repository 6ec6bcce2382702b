package expunge.file;

import java.util.Arrays;
import java.util.Optional;

/** What may stand between two fields, in the order in which a header is tried. */
enum Delimiter {
  COMMA(',', ","),
  SEMICOLON(';', ";"),
  TAB('\t', "\\t"),
  PIPE('|', "|");

  private final char character;
  private final String written;

  Delimiter(char character, String written) {
    this.character = character;
    this.written = written;
  }

  char character() {
    return character;
  }

  /** As people declare it: the character itself, {@code \t} for a tab, or the word. */
  static Optional<Delimiter> named(String declared) {
    return Arrays.stream(values()).filter(delimiter -> delimiter.isNamed(declared)).findFirst();
  }

  private boolean isNamed(String declared) {
    return declared.equals(String.valueOf(character))
        || declared.equals(written)
        || declared.equalsIgnoreCase(name());
  }
}
