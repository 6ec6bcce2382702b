package expunge.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files that no task may run, and what their dropper has to be told. Where a file has rows before
 * its bad place, they list {@link #LISTED}.
 */
public enum BadFile {
  WRONG_HEADER(
      "wrong-header",
      1,
      "needs a column MaestraId, written exactly so",
      "Make MaestraId the header of the identifier's column."),
  TWO_IDENTIFIER_COLUMNS(
      "two-identifier-columns",
      1,
      "A file has one identifier column, and this one has MaestraId, email.",
      "Declare the one to use as the option identifier, or remove the others."),
  UNDECODABLE_BYTE_IN_ROW_900_000(
      "undecodable-byte",
      900_001,
      "Line 900001, column 1: the byte 0xFF",
      "Declare the encoding in which the file was saved, or save it as UTF-8."),
  UNBALANCED_QUOTE(
      "unbalanced-quote",
      5,
      "a quote opens here, and the file ends before it closes",
      "Close the quote, or write it twice inside quotes."),
  EMPTY("empty-file", 1, "A file starts with a header", "Write a header and one customer a line."),
  HEADER_ONLY(
      "header-only",
      1,
      "A file holds at least one row after its header",
      "Write one customer a line after the header."),
  RECORD_OF_10_MB(
      "record-too-large", 5, "a row holds at most 1,048,576 bytes", "Shorten its fields"),
  ZIP_NAMED_CSV("archive", 1, "A file is plain CSV, and this one is a zip", "Unpack it first");

  /** Profiles that have to stay. */
  public static final List<String> LISTED = List.of("kept-1", "kept-2", "kept-3");

  private static final String ROWS = "MaestraId\n" + String.join("\n", LISTED) + "\n";
  private static final int BAD_ROW = 900_000;
  private static final int TEN_MB = 10_000_000;

  private final String type;
  private final int line;
  private final String rule;
  private final String remedy;

  BadFile(String type, int line, String rule, String remedy) {
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

  /** Stands in the remedy. */
  public String remedy() {
    return remedy;
  }

  /** The file itself, the same bytes every time. */
  public byte[] content() {
    return switch (this) {
      case WRONG_HEADER -> utf8(ROWS.replace("MaestraId", "customer"));
      case TWO_IDENTIFIER_COLUMNS ->
          utf8(
              ROWS.replace("MaestraId", "MaestraId,email")
                  .replaceAll("(kept-.)", "$1,a@b.example"));
      case UNDECODABLE_BYTE_IN_ROW_900_000 -> undecodable();
      case UNBALANCED_QUOTE -> utf8(ROWS + "\"open\nlast\n");
      case EMPTY -> new byte[0];
      case HEADER_ONLY -> utf8("MaestraId\n");
      case RECORD_OF_10_MB -> utf8(ROWS + "x".repeat(TEN_MB) + "\nlast\n");
      case ZIP_NAMED_CSV -> zipped(utf8(ROWS));
    };
  }

  private static byte[] undecodable() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(utf8(ROWS));
    for (int row = LISTED.size() + 1; row < BAD_ROW; row++) {
      bytes.writeBytes(utf8("unknown-" + row + "\n"));
    }
    bytes.writeBytes("unknown-\u00FF\nlast\n".getBytes(StandardCharsets.ISO_8859_1));
    return bytes.toByteArray();
  }

  private static byte[] zipped(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.csv"));
      zip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
