package expunge.file;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the head of a file says about the rest: enough to read any of its slices without it.
 *
 * @param dataStart the offset of the first byte after the header
 * @param dataLine the line at that byte; the header usually is line 1
 * @param columns the header's cells as they are
 * @param identifierColumn an index in {@code columns}, from 0
 */
public record Layout(
    TextEncoding encoding,
    long dataStart,
    int dataLine,
    char delimiter,
    List<String> columns,
    int identifierColumn) {
  /**
   * @throws IllegalArgumentException if there is no such column, or data would begin before byte 0
   *     or line 1
   */
  public Layout {
    columns = List.copyOf(columns);
    if (identifierColumn < 0 || identifierColumn >= columns.size()) {
      throw new IllegalArgumentException("no column has the index " + identifierColumn);
    }
    if (dataStart < 0 || dataLine < 1) {
      throw new IllegalArgumentException("data can't begin at byte " + dataStart);
    }
  }

  /** The header of the identifier's column. */
  public String identifier() {
    return columns.get(identifierColumn);
  }

  /** The headers of the columns that a deletion doesn't read, in file order. */
  public List<String> ignoredColumns() {
    return IntStream.range(0, columns.size())
        .filter(column -> column != identifierColumn)
        .mapToObj(columns::get)
        .toList();
  }
}
