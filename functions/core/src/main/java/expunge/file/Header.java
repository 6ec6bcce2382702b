package expunge.file;

import java.util.ArrayList;
import java.util.List;

/**
 * The first record of a file, read with one delimiter.
 *
 * @param line the line on which it starts
 * @param end the offset of the first byte after it
 * @param nextLine the line at that byte
 */
record Header(Delimiter delimiter, List<String> columns, int line, int end, int nextLine) {
  /** It lies within the first 64 KiB, so that it can be kept with the task. */
  static final int MAX_BYTES = 1 << 16;

  static final int MAX_COLUMNS = 1_000;

  Header {
    columns = List.copyOf(columns);
  }

  /**
   * Reads the first record that is not a blank line.
   *
   * @param file from its first byte, at least up to {@link #MAX_BYTES} or its end
   */
  static Header read(Window file, Beginning beginning, Delimiter delimiter)
      throws UnacceptableFile {
    RecordScanner scanner = new RecordScanner(beginning.encoding(), delimiter.character(), 1);
    scanner.moveTo(beginning.markBytes(), 1);
    if (!isFound(scanner, file)) {
      throw FileRefusal.emptyFile();
    }
    List<String> columns = new ArrayList<>();
    new RecordReader(beginning.encoding(), delimiter.character())
        .read(
            file.copy(scanner.recordStart(), scanner.position()),
            scanner.recordStart(),
            scanner.recordLine(),
            (_, fields) -> columns.addAll(fields.toList()));
    return new Header(delimiter, columns, scanner.recordLine(), scanner.position(), scanner.line());
  }

  /** Moves to the end of the first record, over blank lines. */
  private static boolean isFound(RecordScanner scanner, Window file) throws UnacceptableFile {
    int limit = Math.min(file.length(), MAX_BYTES);
    while (scanner.advance(file.array(), file.base(), limit)) {
      if (scanner.contentBytes() > 0) {
        return true;
      }
    }
    if (file.length() >= MAX_BYTES) {
      throw HeaderRefusal.headerTooLarge(scanner.recordLine(), MAX_BYTES);
    }
    return scanner.finish(limit);
  }
}
