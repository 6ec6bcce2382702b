package expunge.file;

import expunge.dataset.Identifier;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of one slice, knowing nothing else of the file. The same bytes, the same rows. */
public final class SliceReader {
  private final Form.Records form;
  private final RecordReader records;

  /** Of a file of identifiers that somebody has sent. */
  public SliceReader(Layout layout, Identifier identifier) {
    this(layout, identifier, Spaces.DROPPED);
  }

  /** Of a file of identifiers. */
  public SliceReader(Layout layout, Identifier identifier, Spaces spaces) {
    this(layout, Form.deletions(identifier, spaces));
  }

  /** Intake and worker have to read with the same. */
  public SliceReader(Layout layout, Form form) {
    this.form = form.records(layout);
    this.records = new RecordReader(layout.encoding(), layout.delimiter());
  }

  /**
   * Reads the rows of one slice.
   *
   * @param bytes exactly those of the slice
   * @return in file order, as many as the slice says
   * @throws UnacceptableFile if they can't be read; for a slice of an accepted file this can't be
   * @throws IllegalArgumentException if these are not the bytes of the slice: they have another
   *     length or another number of rows
   */
  public List<Row> read(Slice slice, byte[] bytes) throws UnacceptableFile {
    if (bytes.length != slice.length()) {
      throw new IllegalArgumentException(bytes.length + " bytes for " + slice);
    }
    List<Row> rows = new ArrayList<>(slice.rows());
    records.read(
        bytes, slice.start(), slice.line(), (line, fields) -> rows.add(form.row(line, fields)));
    if (rows.size() != slice.rows()) {
      throw new IllegalArgumentException(rows.size() + " rows for " + slice);
    }
    return rows;
  }

  /** All slices of a file were read. */
  void end(int headerLine) throws UnacceptableFile {
    form.end(headerLine);
  }
}
