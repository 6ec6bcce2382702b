package expunge.file;

import java.io.IOException;
import java.util.Optional;

/**
 * Cuts what follows the header into slices. Where it cuts depends on the bytes, the layout and the
 * limits alone, never on how the stream delivers them: intake may die anywhere and run again.
 */
final class Slicer {
  private static final int MAX_LINES = 2_000_000_000;

  private final Window window;
  private final RecordScanner scanner;
  private final Limits limits;
  private final int recordReach;
  private final int identifiers;
  private int rowsBefore;

  /**
   * Starts at the first row.
   *
   * @param window whose position 0 is the first byte after the header
   * @param identifiers how many values of a row are remembered
   */
  Slicer(Window window, Layout layout, Limits limits, int identifiers) {
    this.window = window;
    this.scanner = new RecordScanner(layout.encoding(), layout.delimiter(), layout.dataLine());
    this.limits = limits;
    this.identifiers = identifiers;
    this.recordReach = limits.recordBytes() + 2 * layout.encoding().unitBytes();
  }

  /**
   * The next slice, which {@link #take} must take from the window; empty at the end of the file.
   */
  Optional<Slice> next() throws IOException, UnacceptableFile {
    skipBlankLines();
    int line = scanner.line();
    int end = 0;
    int rows = 0;
    while (rows < limits.sliceRows() && advance()) {
      if (rows > 0 && scanner.position() > limits.sliceBytes()) {
        scanner.moveTo(end, scanner.recordLine());
        break;
      }
      end = scanner.position();
      rows += scanner.contentBytes() > 0 ? 1 : 0;
    }
    count(rows);
    return rows == 0 ? Optional.empty() : Optional.of(new Slice(window.start(), end, line, rows));
  }

  byte[] take(Slice slice) {
    byte[] bytes = window.copy(0, slice.length());
    forget(slice.length());
    return bytes;
  }

  private void skipBlankLines() throws IOException, UnacceptableFile {
    while (advance()) {
      if (scanner.contentBytes() > 0) {
        scanner.moveTo(scanner.recordStart(), scanner.recordLine());
        return;
      }
      scanner.passBlankLines(window.array(), window.base(), window.length());
      refuseTooManyLines();
      forget(scanner.position());
    }
  }

  private void forget(int count) {
    window.discard(count);
    scanner.moveTo(scanner.position() - count, scanner.line());
  }

  private void count(int rows) throws UnacceptableFile {
    rowsBefore += rows;
    int most = Math.max(1, limits.rows() / identifiers);
    if (rowsBefore > most) {
      throw FileRefusal.tooManyRows(most, identifiers);
    }
  }

  /** Moves to the end of the next record or blank line; false at the end of the file. */
  private boolean advance() throws IOException, UnacceptableFile {
    int start = scanner.position();
    while (!scanner.advance(
        window.array(), window.base(), Math.min(window.length(), start + recordReach))) {
      if (window.length() - start >= recordReach) {
        throw tooLarge();
      }
      if (!window.fill()) {
        return scanner.finish(window.length()) && isAcceptable();
      }
    }
    return isAcceptable();
  }

  private boolean isAcceptable() throws UnacceptableFile {
    if (scanner.contentBytes() > limits.recordBytes()) {
      throw tooLarge();
    }
    refuseTooManyLines();
    return true;
  }

  private void refuseTooManyLines() throws UnacceptableFile {
    if (scanner.line() > MAX_LINES) {
      throw FileRefusal.tooManyLines(MAX_LINES);
    }
  }

  private UnacceptableFile tooLarge() {
    return scanner.openQuoteLine() > 0
        ? RecordRefusal.recordTooLargeInQuotes(scanner.openQuoteLine(), limits.recordBytes())
        : RecordRefusal.recordTooLarge(scanner.recordLine(), limits.recordBytes());
  }
}
