package expunge.file;

import expunge.dataset.Identifier;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** Reads the rows of one slice, knowing nothing else of the file. The same bytes, the same rows. */
public final class SliceReader {
  private final Layout layout;
  private final Spaces spaces;
  private final ValueRules rules;
  private final RecordReader records;

  /** Of a file that somebody has sent. */
  public SliceReader(Layout layout, Identifier identifier) {
    this(layout, identifier, Spaces.DROPPED);
  }

  /** Intake and worker have to read with the same. */
  public SliceReader(Layout layout, Identifier identifier, Spaces spaces) {
    this.layout = layout;
    this.spaces = spaces;
    this.rules = new ValueRules(identifier);
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
    records.read(bytes, slice.start(), slice.line(), (line, fields) -> rows.add(row(line, fields)));
    if (rows.size() != slice.rows()) {
      throw new IllegalArgumentException(rows.size() + " rows for " + slice);
    }
    return rows;
  }

  private String value(String field) {
    return switch (spaces) {
      case DROPPED -> ValueRules.stripped(field);
      case KEPT -> field;
    };
  }

  private Row row(int line, CSVRecord fields) {
    int column = layout.identifierColumn();
    String value = column < fields.size() ? value(fields.get(column)) : "";
    if (fields.size() != layout.columns().size()) {
      return new Row.Invalid(line, value, InvalidReason.FIELDS);
    }
    return rules
        .broken(value)
        .<Row>map(reason -> new Row.Invalid(line, value, reason))
        .orElseGet(() -> new Row.Valid(line, value, rules.normal(value)));
  }
}
