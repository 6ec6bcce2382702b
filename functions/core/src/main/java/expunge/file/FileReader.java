package expunge.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads a file once, from its first byte to its last, and cuts it into slices. The memory it needs
 * is that of one slice and one record, however large the file. Reading the same bytes again gives
 * the same layout and the same slices.
 *
 * <p>Nothing may be done with the rows before {@link #next()} has answered empty: a file is
 * accepted whole or not at all. For one thread; the caller closes the stream.
 */
public final class FileReader {
  private final int headerLine;
  private final Layout layout;
  private final Slicer slicer;
  private final SliceReader rows;
  private boolean anyRow;

  private FileReader(int headerLine, Layout layout, Slicer slicer, SliceReader rows) {
    this.headerLine = headerLine;
    this.layout = layout;
    this.slicer = slicer;
    this.rows = rows;
  }

  /**
   * As {@link #open(InputStream, long, FileOptions, Form, Limits)}, of a file of identifiers that
   * somebody has sent.
   *
   * @throws UnacceptableFile if its size, encoding or header break a rule, or an option does
   * @throws IOException if the stream fails or ends early; the file itself may be fine
   */
  public static FileReader open(
      InputStream bytes,
      long size,
      FileOptions options,
      IdentifierColumns identifiers,
      Limits limits)
      throws IOException, UnacceptableFile {
    return open(bytes, size, options, Form.deletions(identifiers, Spaces.DROPPED), limits);
  }

  /**
   * Reads the head of a file.
   *
   * @param bytes the whole file
   * @param size how many bytes it has
   * @throws UnacceptableFile if its size, encoding or header break a rule, or an option does
   * @throws IOException if the stream fails or ends early; the file itself may be fine
   */
  public static FileReader open(
      InputStream bytes, long size, FileOptions options, Form form, Limits limits)
      throws IOException, UnacceptableFile {
    if (size > limits.bytes()) {
      throw FileRefusal.tooLarge(limits.bytes());
    }
    Window file = head(bytes, size);
    Packed.refuseIn(file);
    Form.HeaderRule rule = form.header(options);
    Beginning beginning = Beginning.of(file, options.encoding());
    Header header = HeaderChoice.of(file, beginning, options.delimiter(), rule);
    Layout layout = layout(beginning, header, rule.columnIn(header));
    file.discard(header.end());
    return new FileReader(
        header.line(),
        layout,
        new Slicer(file, layout, limits, form.identifiers(layout)),
        new SliceReader(layout, form));
  }

  private static Window head(InputStream bytes, long size) throws IOException, UnacceptableFile {
    Window file = new Window(bytes, size);
    boolean more = true;
    while (more && file.length() < Header.MAX_BYTES) {
      more = file.fill();
    }
    if (file.length() == 0) {
      throw FileRefusal.emptyFile();
    }
    return file;
  }

  private static Layout layout(Beginning beginning, Header header, int identifierColumn) {
    return new Layout(
        beginning.encoding(),
        header.end(),
        header.nextLine(),
        header.delimiter().character(),
        header.columns(),
        identifierColumn);
  }

  /** What a {@link SliceReader} needs to know of this file. */
  public Layout layout() {
    return layout;
  }

  /**
   * Reads the next slice.
   *
   * @return empty at the end of the file, which then is accepted
   * @throws UnacceptableFile if the file breaks a rule, also if it ends without any row
   * @throws IOException if the stream fails or ends early; the file itself may be fine
   */
  public Optional<ReadSlice> next() throws IOException, UnacceptableFile {
    Optional<Slice> slice = slicer.next();
    if (slice.isEmpty()) {
      if (!anyRow) {
        throw FileRefusal.headerOnly(headerLine);
      }
      rows.end(headerLine);
      return Optional.empty();
    }
    anyRow = true;
    byte[] bytes = slicer.take(slice.get());
    return Optional.of(new ReadSlice(slice.get(), rows.read(slice.get(), bytes)));
  }
}
