package expunge.simulator.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import expunge.file.FileOptions;
import expunge.file.InvalidReason;
import expunge.file.Row;
import expunge.file.UnacceptableFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of which Commons CSV once had bug reports, and what our rules make of them. */
class CommonsCsvFilesTest {
  @Test
  void blanksAreRemovedQuotesWithinAFieldAreNotAndCommentsAreRowsThatDoNotFit()
      throws UnacceptableFile {
    assertThat(rows("test.csv", "D"))
        .containsExactly(
            new Row.Invalid(2, "", InvalidReason.FIELDS),
            new Row.Valid(3, "d"),
            new Row.Invalid(4, "", InvalidReason.FIELDS),
            new Row.Valid(5, "h"),
            new Row.Invalid(6, "", InvalidReason.FIELDS),
            new Row.Valid(7, "l"),
            new Row.Invalid(8, "", InvalidReason.FIELDS),
            new Row.Invalid(9, "", InvalidReason.EMPTY),
            new Row.Invalid(10, "", InvalidReason.FIELDS),
            new Row.Invalid(11, "", InvalidReason.EMPTY),
            new Row.Invalid(12, "", InvalidReason.FIELDS),
            new Row.Invalid(16, "", InvalidReason.FIELDS));
    assertThat(rows("test.csv", "B")).contains(new Row.Valid(5, "f"), new Row.Valid(7, "\" j \""));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheHeader() throws UnacceptableFile {
    assertThat(rows("bom.csv", "Date"))
        .hasSizeGreaterThan(200)
        .contains(new Row.Valid(2, "14-Mar-14"));
  }

  /** Ours on purpose: a header matches exactly, and this one begins with a space. */
  @Test
  void aBlankInAHeaderIsPartOfIt() throws UnacceptableFile {
    assertThat(problem("bom.csv", "Open")).isEqualTo("wrong-header");
    assertThat(rows("bom.csv", " Open")).contains(new Row.Valid(2, "223.80"));
  }

  @Test
  void theDelimiterIsSeenInTheHeader() throws UnacceptableFile {
    assertThat(ForeignFile.rows("commons-csv/999751170.patch.csv", "CHANELID", FileOptions.none()))
        .containsExactly(new Row.Valid(2, "27"));
  }

  @Test
  void anythingThatHasAFirstLineMayCallItTheHeader() throws UnacceptableFile {
    assertThat(rows("csv-254.csv", "33"))
        .containsExactly(new Row.Invalid(2, "", InvalidReason.EMPTY), new Row.Valid(3, "33"));
  }

  @Test
  void carriageReturnsWithinQuotesCountAsLines() throws UnacceptableFile {
    assertThat(rows("psql.csv", "1")).containsExactly(new Row.Valid(3, "2"), new Row.Valid(6, "3"));
  }

  @Test
  void charactersOutsideTheBasicPlaneAreKept() throws UnacceptableFile {
    assertThat(rows("emoji.csv", "val1")).first().isEqualTo(new Row.Valid(2, "😄".repeat(10)));
    assertThat(rows("japanese.csv", "id")).first().isEqualTo(new Row.Valid(2, "00000000000001"));
  }

  /** Ours on purpose: a backslash escapes nothing, so the file can't be read in one way only. */
  @Test
  void aBackslashDoesNotEscapeAQuote() {
    assertThat(problem("csv-141.csv", "1414770317901")).isEqualTo("malformed-quote");
  }

  private static List<Row> rows(String name, String column) throws UnacceptableFile {
    return ForeignFile.rows("commons-csv/" + name, column);
  }

  private static String problem(String name, String column) {
    return catchThrowableOfType(UnacceptableFile.class, () -> rows(name, column)).problem().type();
  }
}
