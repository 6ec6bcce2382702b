package expunge.file;

/** Characters that people can't see, by which two identifiers that look the same differ. */
final class Invisible {
  private static final int NO_BREAK_SPACE = 0x00A0;
  private static final int FIGURE_SPACE = 0x2007;
  private static final int NARROW_NO_BREAK_SPACE = 0x202F;

  private Invisible() {}

  /**
   * Controls, format characters (zero-width, bidirectional, byte order mark, soft hyphen), line
   * separators, spaces that don't break, unpaired surrogates, and code points that are never
   * characters.
   */
  static boolean isInvisible(int codePoint) {
    if (codePoint >= ' ' && codePoint <= '~') {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isNoBreakSpace(codePoint) || isNoCharacter(codePoint);
    };
  }

  private static boolean isNoBreakSpace(int codePoint) {
    return codePoint == NO_BREAK_SPACE
        || codePoint == FIGURE_SPACE
        || codePoint == NARROW_NO_BREAK_SPACE;
  }

  private static boolean isNoCharacter(int codePoint) {
    return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
  }
}
