package expunge.deletion;

import expunge.balance.Outcome;
import expunge.deletion.RowPlan.Verdict;
import expunge.file.Row;
import expunge.report.ReportPart;
import expunge.report.RowOutcome;
import expunge.work.Candidates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Gives each row of a batch its one outcome. */
final class Verdicts {
  private static final String MORE = "more profiles have this identifier than a row takes";

  private final BatchFile file;

  Verdicts(BatchFile file) {
    this.file = file;
  }

  /**
   * After the plan was carried out.
   *
   * @param fates of the profiles that were not deleted, by their place in {@code keys}
   */
  ReportPart carriedOut(PlannedRows planned, PlannedKeys keys, Map<Integer, Fate> fates) {
    Map<Integer, RowFate> ofRows = new HashMap<>();
    for (int place = 0; place < keys.size(); place++) {
      ofRows.merge(keys.rows().get(place), RowFate.of(fates.get(place)), RowFate::and);
    }
    return part(
        row ->
            planned(
                row,
                Objects.requireNonNull(planned.rows().get(row)),
                ofRows.getOrDefault(row, RowFate.NONE)));
  }

  private RowOutcome planned(int row, RowPlan plan, RowFate fate) {
    return switch (plan.verdict()) {
      case NOT_FOUND -> outcome(row, Outcome.NOT_FOUND, "");
      case AMBIGUOUS -> outcome(row, Outcome.AMBIGUOUS, "several profiles have this identifier");
      case TOO_MANY ->
          outcome(
              row,
              Outcome.AMBIGUOUS,
              "more than " + Candidates.MOST + " items have this identifier");
      case FOUND, MORE_FOUND, PROTECTED -> {
        RowFate whole = fate.and(RowFate.held(plan.held()));
        String reason = plan.verdict() == Verdict.MORE_FOUND ? MORE : "";
        yield outcome(row, whole.outcome(), whole.deleted(), joined(whole.reason(), reason));
      }
    };
  }

  private static String joined(String reason, String more) {
    return reason.isEmpty() || more.isEmpty() ? reason + more : reason + "; " + more;
  }

  /** Given up before it was planned, so that nothing of it was deleted. */
  ReportPart notBegun() {
    return part(row -> outcome(row, Outcome.FAILED, "it could not be looked up; retry the task"));
  }

  /** Without having been begun. */
  ReportPart cancelled() {
    return part(row -> outcome(row, Outcome.CANCELLED, "the task was cancelled"));
  }

  private ReportPart part(IntFunction<RowOutcome> ofWanted) {
    List<RowOutcome> outcomes =
        IntStream.range(0, file.rows().size()).mapToObj(row -> outcomeOf(row, ofWanted)).toList();
    return new ReportPart(outcomes);
  }

  private RowOutcome outcomeOf(int row, IntFunction<RowOutcome> ofWanted) {
    return switch (file.rows().get(row)) {
      case Row.Invalid invalid -> RowOutcome.of(invalid);
      case Row.Valid _, Row.Customer _ -> {
        Integer firstLine = file.duplicates().get(row);
        yield firstLine == null
            ? ofWanted.apply(row)
            : outcome(row, Outcome.DUPLICATE, "same identifier as line " + firstLine);
      }
    };
  }

  private RowOutcome outcome(int row, Outcome outcome, String reason) {
    return outcome(row, outcome, 0, reason);
  }

  private RowOutcome outcome(int row, Outcome outcome, int profiles, String reason) {
    Row from = file.rows().get(row);
    return new RowOutcome(from.line(), from.value(), outcome, profiles, reason);
  }
}
