package expunge.report;

import expunge.balance.Outcome;
import expunge.file.Row;

/**
 * One line of a report.
 *
 * @param line of the row in its file
 * @param identifier as it was used, or its beginning if it is too long to be one
 * @param profiles how many profiles the row deleted
 * @param reason why it was not deleted; empty where the outcome says it all
 */
public record RowOutcome(
    int line, String identifier, Outcome outcome, int profiles, String reason) {
  private static final int LONGEST = 2_048;
  private static final int SHOWN = 64;

  /** Of a row that could not be used. */
  public static RowOutcome of(Row.Invalid row) {
    String shown = row.value().length() > LONGEST ? beginning(row.value()) : row.value();
    return new RowOutcome(row.line(), shown, Outcome.INVALID, 0, row.sentence());
  }

  private static String beginning(String value) {
    int end = value.offsetByCodePoints(0, SHOWN);
    return value.substring(0, end) + "…";
  }

  @Override
  public String toString() {
    return "RowOutcome[line " + line + ", " + outcome + "]";
  }
}
