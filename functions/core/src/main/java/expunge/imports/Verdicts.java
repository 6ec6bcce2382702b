package expunge.imports;

import expunge.balance.Outcome;
import expunge.dataset.Dataset;
import expunge.file.Row;
import expunge.report.ReportPart;
import expunge.report.RowOutcome;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Gives each row of a batch its one outcome. */
final class Verdicts {
  private final CustomerFile file;
  private final String newKey;

  /** Of the rows of a file for this dataset. */
  Verdicts(Dataset dataset, CustomerFile file) {
    this.file = file;
    this.newKey = dataset.key().name();
  }

  /** After the plan was carried out; what is not done with has failed. */
  ReportPart carriedOut(Map<Integer, RowPlan> plan, Turn turn) {
    return part(row -> planned(row, Objects.requireNonNull(plan.get(row)), turn));
  }

  /** Given up before it was planned, so that nothing of it was written. */
  ReportPart notBegun() {
    return part(row -> failed(row, "it could not be looked up; upload it again"));
  }

  /** Without having been begun. */
  ReportPart cancelled() {
    return part(row -> outcome(row, Outcome.CANCELLED, "the task was cancelled"));
  }

  private RowOutcome planned(int row, RowPlan plan, Turn turn) {
    return switch (plan.verdict()) {
      case AMBIGUOUS ->
          outcome(row, Outcome.AMBIGUOUS, "its identifiers belong to several profiles");
      case PROTECTED -> outcome(row, Outcome.PROTECTED, "the profile is protected");
      case SUPPRESSED -> suppressed(row);
      case KEYLESS -> failed(row, "nobody has its identifiers, and a new customer needs " + newKey);
      case CREATE -> written(row, Outcome.CREATED, turn);
      case UPDATE -> written(row, Outcome.UPDATED, turn);
    };
  }

  private RowOutcome written(int row, Outcome outcome, Turn turn) {
    if (turn.isWritten(row)) {
      return outcome(row, outcome, "");
    }
    return turn.refusal(row)
        .map(refusal -> refused(row, refusal))
        .orElseGet(() -> failed(row, "it could not be written; upload it again"));
  }

  private RowOutcome refused(int row, Refusal refusal) {
    return switch (refusal) {
      case SUPPRESSED -> suppressed(row);
      case PROTECTED -> outcome(row, Outcome.PROTECTED, "the profile is protected");
      case CHANGED -> failed(row, "the profile was changed or deleted meanwhile; upload it again");
      case BARRED ->
          failed(
              row,
              "nobody may join the segment, so nothing was written; enable it, or leave it out,"
                  + " and upload it again");
    };
  }

  private RowOutcome suppressed(int row) {
    return outcome(
        row, Outcome.SUPPRESSED, "somebody with such an identifier has been deleted for good");
  }

  private RowOutcome failed(int row, String reason) {
    return outcome(row, Outcome.FAILED, reason);
  }

  private ReportPart part(IntFunction<RowOutcome> ofWanted) {
    return new ReportPart(
        IntStream.range(0, file.rows().size()).mapToObj(row -> outcomeOf(row, ofWanted)).toList());
  }

  private RowOutcome outcomeOf(int row, IntFunction<RowOutcome> ofWanted) {
    if (file.rows().get(row) instanceof Row.Invalid invalid) {
      return RowOutcome.of(invalid);
    }
    Integer firstLine = file.duplicates().get(row);
    return firstLine == null
        ? ofWanted.apply(row)
        : outcome(row, Outcome.DUPLICATE, "has an identifier of line " + firstLine);
  }

  private RowOutcome outcome(int row, Outcome outcome, String reason) {
    Row from = file.rows().get(row);
    return new RowOutcome(from.line(), from.value(), outcome, 0, reason);
  }
}
