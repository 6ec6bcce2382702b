package expunge.simulator.files;

import expunge.file.Layout;
import expunge.file.Limits;
import expunge.file.ReadSlice;
import expunge.file.Row;
import expunge.file.Slice;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** What is written in an accepted file, as {@link PlainRecord} reads it, to hold its rows to. */
final class WrittenRows {
  private static final char MARK = '\uFEFF';
  private static final String BLANKS = " \t";

  private final FuzzedFile file;
  private final Layout layout;
  private final String text;
  private final Iterator<PlainRecord> records;
  private int index;
  private long place;

  WrittenRows(FuzzedFile file, Layout layout) throws CharacterCodingException {
    this.file = file;
    this.layout = layout;
    this.text =
        layout.encoding().charset().newDecoder().decode(ByteBuffer.wrap(file.bytes())).toString();
    int begin = !text.isEmpty() && text.charAt(0) == MARK ? 1 : 0;
    this.records = PlainRecord.allOf(text, begin, layout.delimiter()).iterator();
  }

  /**
   * Holds slices and rows to the text, in both directions.
   *
   * @throws AssertionError if one is not there, or one that is there was left out
   */
  void check(List<ReadSlice> slices) {
    checkHeader(records.next());
    long covered = layout.dataStart();
    int rows = 0;
    for (ReadSlice read : slices) {
      Slice slice = read.slice();
      Claim.holds(slice.start() >= covered, "slices follow one another");
      covered = slice.start() + slice.length();
      rows += slice.rows();
      checkLimits(slice);
      checkRows(slice, read.rows());
    }
    Claim.holds(!records.hasNext(), "every row is in a slice");
    Claim.holds(rows >= 1 && rows <= file.limits().rows(), "a file has rows within its limit");
  }

  private void checkHeader(PlainRecord header) {
    Claim.same(layout.columns(), header.fields(), "the header");
    Claim.same(layout.dataStart(), placeOf(header.next()), "the end of the header");
    String key = file.identifiers().usable().getFirst().name();
    Claim.same(layout.columns().get(layout.identifierColumn()), key, "the identifier's column");
    Claim.same(Collections.frequency(header.fields(), key), 1, "the number of such columns");
    if (file.options().identifier().isEmpty()) {
      String other = file.identifiers().others().getFirst().name();
      Claim.holds(!header.fields().contains(other), "no other identifier could be meant");
    }
  }

  private void checkLimits(Slice slice) {
    Limits limits = file.limits();
    Claim.holds(slice.rows() <= limits.sliceRows(), "a slice has no more than its rows");
    Claim.holds(
        slice.rows() == 1 || slice.length() <= limits.sliceBytes(), "nor more than its bytes");
  }

  private void checkRows(Slice slice, List<Row> rows) {
    Claim.same(rows.size(), slice.rows(), "the number of rows");
    for (int i = 0; i < rows.size(); i++) {
      PlainRecord record = records.next();
      long start = placeOf(record.start());
      long end = placeOf(record.end());
      if (i == 0) {
        Claim.same(slice.start(), start, "the start of a slice");
        Claim.same(slice.line(), record.line(), "the line of a slice");
      }
      Claim.holds(end - start <= file.limits().recordBytes(), "a row has no more than its bytes");
      Claim.holds(
          placeOf(record.next()) <= slice.start() + slice.length(), "a row ends in its slice");
      checkRow(record, rows.get(i));
    }
  }

  private void checkRow(PlainRecord record, Row row) {
    Claim.same(row.line(), record.line(), "the line of a row");
    String written = text.substring(record.start(), record.end());
    Claim.holds(
        written.contains(row.value().replace("\"", "\"\"")) || written.contains(row.value()),
        "a value stands in its row literally");
    int column = layout.identifierColumn();
    boolean isThere = column < record.fields().size();
    Claim.same(row.value(), isThere ? stripped(record.fields().get(column)) : "", "a value");
    boolean complete = record.fields().size() == layout.columns().size();
    RowRules.check(row, complete, file.identifiers().usable().getFirst());
  }

  private static String stripped(String field) {
    int end = field.length();
    while (end > 0 && BLANKS.indexOf(field.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = 0;
    while (start < end && BLANKS.indexOf(field.charAt(start)) >= 0) {
      start++;
    }
    return field.substring(start, end);
  }

  /** The byte at which a place of the text is; asked for in the text's order. */
  private long placeOf(int there) {
    byte[] between = text.substring(index, there).getBytes(layout.encoding().charset());
    index = there;
    place += between.length;
    return place;
  }
}
