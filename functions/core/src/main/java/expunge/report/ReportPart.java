package expunge.report;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The lines of one batch: as text for the report, and counted for the commit. Both come from the
 * same rows, so they can't differ.
 *
 * @param rows in order of the file
 */
public record ReportPart(List<RowOutcome> rows) {
  private static final int LINE = 0;

  /** The place of the identifier in a line. */
  static final int IDENTIFIER = 1;

  /** The place of the outcome in a line. */
  static final int OUTCOME = 2;

  /** The place of the number of deleted profiles in a line. */
  static final int PROFILES = 3;

  private static final int REASON = 4;

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  /** Copies the rows. */
  public ReportPart {
    rows = List.copyOf(rows);
  }

  /** The first line of every report. */
  public static byte[] header() {
    return "line,identifier,outcome,profiles,reason\r\n".getBytes(StandardCharsets.UTF_8);
  }

  /** The lines as CSV in UTF-8, without a header. The same rows always give the same bytes. */
  public byte[] toCsv() {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
      for (RowOutcome row : rows) {
        csv.printRecord(
            row.line(), row.identifier(), row.outcome().word(), row.profiles(), row.reason());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory takes every character", impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The lines of a whole report that is small enough for memory.
   *
   * @throws IllegalArgumentException if it is no report
   */
  public static List<RowOutcome> rowsOf(byte[] report) {
    try (CSVParser records = CSVParser.parse(new String(report, StandardCharsets.UTF_8), FORMAT)) {
      return records.stream().skip(1).map(ReportPart::row).toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory can always be read", impossible);
    }
  }

  private static RowOutcome row(CSVRecord line) {
    return new RowOutcome(
        Integer.parseInt(line.get(LINE)),
        line.get(IDENTIFIER),
        Outcome.valueOf(line.get(OUTCOME).toUpperCase(Locale.ROOT)),
        Integer.parseInt(line.get(PROFILES)),
        line.get(REASON));
  }

  /** The rows per outcome. */
  public Balance counts() {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    rows.forEach(row -> counts.merge(row.outcome(), 1L, Long::sum));
    return new Balance(counts);
  }

  /** How many profiles the rows deleted. */
  public long profilesDeleted() {
    return rows.stream().mapToLong(RowOutcome::profiles).sum();
  }
}
