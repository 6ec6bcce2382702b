package expunge.simulator.files;

import static expunge.simulator.files.GeneratedFile.once;

import expunge.simulator.BadFile;
import expunge.simulator.files.GeneratedFile.Part;
import java.util.List;

/**
 * Files that are meant to exhaust or to deceive, and the problem that each must be refused with.
 * Where they have rows, these list {@link BadFile#LISTED}.
 */
public enum HostileFile {
  /** A hundred megabytes of nothing in a hundred kilobytes. */
  ZIP_BOMB("archive", 1, "this one is a zip archive", "Unpack it first"),
  GZIP_BOMB("archive", 1, "this one is a gzip archive", "Unpack it first"),
  LINE_OF_1_GB("record-too-large", 5, "a row holds at most 1,048,576 bytes", "Shorten its fields"),
  QUOTE_OF_1_GB("record-too-large", 5, "a quote opens here and is still open", "Close the quote"),
  HEADER_OF_100_MB(
      "header-too-large", 1, "within the first 65,536 bytes", "Keep the identifier's column"),
  HEADER_OF_1_000_000_COLUMNS(
      "header-too-large", 1, "within the first 65,536 bytes", "Keep the identifier's column"),
  HEADER_OF_30_000_COLUMNS(
      "too-many-columns",
      1,
      "at most 1,000 columns, and this one has 30,001",
      "Keep the identifier's"),
  ROWS_OF_1_000_000_COLUMNS(
      "unbalanced-quote", 15, "the file ends before it closes", "Close the quote"),
  NUL_BYTES("looks-like-utf-16", 1, "The first line holds a zero byte", "Declare the encoding"),
  NUL_BYTES_AFTER_ROWS("record-too-large", 5, "a row holds at most 1,048,576 bytes", "Shorten"),
  UTF_8_THEN_LATIN_1(
      "undecodable-byte", 250_005, "the byte 0xFC at position 2,000,032", "Declare the encoding"),
  UTF_8_THEN_UTF_16(
      "undecodable-byte", 250_005, "the byte 0xFF at position 2,000,031", "Declare the encoding"),
  UTF_16_WITHOUT_MARK("looks-like-utf-16", 1, "The first line holds a zero byte", "Declare the"),
  BLANK_LINES_OF_1_GB("header-only", 1, "at least one row after its header", "Write one customer"),
  BLANK_LINES_OF_BOTH_KINDS(
      "header-only", 1, "at least one row after its header", "Write one customer"),
  BLANK_LINES_OF_1_GB_BEFORE_THE_HEADER(
      "header-too-large", 65_537, "within the first 65,536 bytes", "Keep the identifier's column");

  private static final int MB = 1_000_000;
  private static final int GB = 1_000 * MB;
  private static final String HEADER = "MaestraId\n";
  private static final String ROWS = HEADER + String.join("\n", BadFile.LISTED) + "\n";

  private final String type;
  private final int line;
  private final String rule;
  private final String remedy;

  HostileFile(String type, int line, String rule, String remedy) {
    this.type = type;
    this.line = line;
    this.rule = rule;
    this.remedy = remedy;
  }

  /** The stable name of the problem. */
  public String type() {
    return type;
  }

  /** The line that has to be named. */
  public int line() {
    return line;
  }

  /** Stands in the detail. */
  public String rule() {
    return rule;
  }

  /** Begins the remedy. */
  public String remedy() {
    return remedy;
  }

  /** What it consists of; an archive is packed for it. */
  List<Part> parts() {
    return switch (this) {
      case ZIP_BOMB -> List.of(once(Bombs.zip(100 * MB)));
      case GZIP_BOMB -> List.of(once(Bombs.gzip(100 * MB)));
      case LINE_OF_1_GB -> List.of(once(ROWS), new Part("x", GB), once("\nlast\n"));
      case QUOTE_OF_1_GB -> List.of(once(ROWS + "\"open"), new Part("kept-1\n", GB / 7));
      case HEADER_OF_100_MB -> List.of(new Part("MaestraId", 100 * MB / 9), once("\nkept-1\n"));
      case HEADER_OF_1_000_000_COLUMNS ->
          List.of(once("MaestraId"), new Part(",n", MB), once("\nkept-1\n"));
      case HEADER_OF_30_000_COLUMNS ->
          List.of(once("MaestraId"), new Part(",n", 30_000), once("\nkept-1\n"));
      case ROWS_OF_1_000_000_COLUMNS ->
          List.of(once(ROWS), new Part(",".repeat(MB - 1) + "\n", 10), once("\"open"));
      case NUL_BYTES -> List.of(new Part("\0", GB));
      case NUL_BYTES_AFTER_ROWS -> List.of(once(ROWS), new Part("\0", GB));
      case UTF_8_THEN_LATIN_1 ->
          List.of(once(ROWS), new Part("unknown\n", MB / 4), once("J\u00FCrgen\n"));
      case UTF_8_THEN_UTF_16 ->
          List.of(
              once(ROWS),
              new Part("unknown\n", MB / 4),
              once("\u00FF\u00FEk\0e\0p\0t\0-\0001\0\n\0"));
      case UTF_16_WITHOUT_MARK -> List.of(once(String.join("\0", ROWS.split("")) + "\0"));
      case BLANK_LINES_OF_1_GB -> List.of(once(HEADER), new Part("\n", GB));
      case BLANK_LINES_OF_BOTH_KINDS -> List.of(once(HEADER), new Part("\r\n\n\r\n", 40 * MB));
      case BLANK_LINES_OF_1_GB_BEFORE_THE_HEADER -> List.of(new Part("\n", GB), once(ROWS));
    };
  }
}
