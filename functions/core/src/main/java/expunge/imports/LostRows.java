package expunge.imports;

import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.batch.Duplicate;
import expunge.report.ReportPart;
import expunge.report.RowOutcome;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Outcomes of rows that can't be read any more, so that their task ends nevertheless. Their
 * identifiers and lines are not known.
 */
final class LostRows {
  private LostRows() {}

  /** Of a batch that was tried. */
  static ReportPart givenUp(Batch batch) {
    String doubt = batch.plan().isPresent() ? "it may have been written or not; " : "";
    return part(batch, Outcome.FAILED, doubt);
  }

  /** Of a batch that nobody has begun. */
  static ReportPart cancelled(Batch batch) {
    return part(batch, Outcome.CANCELLED, "the task was cancelled; ");
  }

  private static ReportPart part(Batch batch, Outcome outcome, String reason) {
    Set<Integer> duplicates =
        batch.rows().duplicates().stream().map(Duplicate::row).collect(Collectors.toSet());
    return new ReportPart(
        IntStream.range(0, batch.rows().slice().rows())
            .mapToObj(
                row ->
                    duplicates.contains(row)
                        ? outcome(batch, row, Outcome.DUPLICATE, "")
                        : outcome(batch, row, outcome, reason))
            .toList());
  }

  private static RowOutcome outcome(Batch batch, int row, Outcome outcome, String reason) {
    String where = "row " + (row + 1) + " from this line on, where the file can't be read any more";
    return new RowOutcome(batch.rows().slice().line(), "", outcome, 0, reason + where);
  }
}
