package expunge.file;

import java.util.List;
import java.util.Optional;

/**
 * A cell of a header that differs from a column's name only in case, in spaces, underscores and
 * hyphens, or in characters that people can't see.
 *
 * @param column the number of the cell, from 1
 * @param meant the name as it is declared; the cell itself is never told
 */
record NearMiss(int column, String meant) {
  /** The first cell that nearly is one of the names; the earlier name where it is two. */
  static Optional<NearMiss> in(List<String> cells, List<String> names) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = withoutMarks(cells.get(i));
      Optional<String> meant =
          names.stream()
              .filter(name -> !cell.isEmpty() && cell.equalsIgnoreCase(withoutMarks(name)))
              .findFirst();
      if (meant.isPresent()) {
        return Optional.of(new NearMiss(i + 1, meant.get()));
      }
    }
    return Optional.empty();
  }

  private static String withoutMarks(String text) {
    return text.codePoints()
        .filter(codePoint -> !isMark(codePoint))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR, Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION ->
          true;
      default -> Invisible.isInvisible(codePoint);
    };
  }
}
