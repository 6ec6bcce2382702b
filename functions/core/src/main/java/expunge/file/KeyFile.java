package expunge.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A file of the keys of profiles that nobody sends: Expunge writes it itself. */
public final class KeyFile {
  /** What it is in the bucket. */
  public static final String CONTENT_TYPE = "text/csv; charset=utf-8";

  private KeyFile() {}

  /**
   * How it is to be read.
   *
   * @param column the header of its one column
   */
  public static FileOptions options(String column) {
    return new FileOptions(Optional.of("UTF-8"), Optional.of(","), Optional.of(column));
  }

  /** These values, a line each; the header is such a line too. */
  public static byte[] lines(List<String> values) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      for (String value : values) {
        csv.printRecord(value);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory takes every character", impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
