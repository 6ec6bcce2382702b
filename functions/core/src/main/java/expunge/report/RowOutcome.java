package expunge.report;

import expunge.balance.Outcome;

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
  @Override
  public String toString() {
    return "RowOutcome[line " + line + ", " + outcome + "]";
  }
}
