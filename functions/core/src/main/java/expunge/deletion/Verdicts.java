package expunge.deletion;

import expunge.balance.Outcome;
import expunge.batch.Plan;
import expunge.file.Row;
import expunge.report.ReportPart;
import expunge.report.RowOutcome;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Gives each row of a batch its one outcome. */
final class Verdicts {
  private static final int LONGEST = 2_048;
  private static final int SHOWN = 64;

  private final BatchFile file;

  Verdicts(BatchFile file) {
    this.file = file;
  }

  /**
   * After the plan was carried out.
   *
   * @param failed the places of the rows whose profile is still there
   */
  ReportPart carriedOut(Plan.ByKey plan, Set<Integer> failed) {
    return part(
        row -> {
          if (failed.contains(row)) {
            return outcome(row, Outcome.FAILED, "the profile could not be deleted; retry the task");
          }
          return plan.finds(row) ? deleted(row) : outcome(row, Outcome.NOT_FOUND, "");
        });
  }

  /** Given up before it was planned, so that nothing of it was deleted. */
  ReportPart notBegun() {
    return part(row -> outcome(row, Outcome.FAILED, "it could not be looked up; retry the task"));
  }

  /** Without having been begun. */
  ReportPart cancelled() {
    return part(row -> outcome(row, Outcome.CANCELLED, "the task was cancelled"));
  }

  private ReportPart part(IntFunction<RowOutcome> ofKey) {
    List<RowOutcome> outcomes =
        IntStream.range(0, file.rows().size()).mapToObj(row -> outcomeOf(row, ofKey)).toList();
    return new ReportPart(outcomes);
  }

  private RowOutcome outcomeOf(int row, IntFunction<RowOutcome> ofKey) {
    return switch (file.rows().get(row)) {
      case Row.Invalid invalid -> invalid(invalid);
      case Row.Valid _ -> {
        Integer firstLine = file.duplicates().get(row);
        yield firstLine == null
            ? ofKey.apply(row)
            : outcome(row, Outcome.DUPLICATE, "same identifier as line " + firstLine);
      }
    };
  }

  private RowOutcome deleted(int row) {
    Row from = file.rows().get(row);
    return new RowOutcome(from.line(), from.value(), Outcome.DELETED, 1, "");
  }

  private RowOutcome outcome(int row, Outcome outcome, String reason) {
    Row from = file.rows().get(row);
    return new RowOutcome(from.line(), from.value(), outcome, 0, reason);
  }

  private static RowOutcome invalid(Row.Invalid row) {
    String shown = row.value().length() > LONGEST ? beginning(row.value()) : row.value();
    return new RowOutcome(row.line(), shown, Outcome.INVALID, 0, row.reason().sentence());
  }

  private static String beginning(String value) {
    int end = value.offsetByCodePoints(0, SHOWN);
    return value.substring(0, end) + "…";
  }
}
