package expunge.deletion;

import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.batch.Duplicate;
import expunge.batch.Plan;
import expunge.report.ReportPart;
import expunge.report.RowOutcome;
import expunge.task.Task;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Outcomes of rows that can't be read any more, so that their task ends nevertheless. What the
 * batch's record knows is said of each; their identifiers and lines are not known.
 */
final class LostRows {
  private final Batch batch;
  private final boolean dryRun;
  private final Set<Integer> duplicates;

  LostRows(Task task, Batch batch) {
    this.batch = batch;
    this.dryRun = task.request().dryRun();
    this.duplicates =
        batch.rows().duplicates().stream().map(Duplicate::row).collect(Collectors.toSet());
  }

  /** Of a batch that was tried. */
  ReportPart givenUp() {
    Set<Integer> acknowledged = acknowledged();
    String doubt = dryRun ? "" : "it may have been deleted or not; ";
    return part(
        row ->
            acknowledged.contains(row)
                ? outcome(row, Outcome.DELETED, 1, "")
                : outcome(row, Outcome.FAILED, 0, doubt));
  }

  /** Of a batch that nobody has begun. */
  ReportPart cancelled() {
    return part(row -> outcome(row, Outcome.CANCELLED, 0, "the task was cancelled; "));
  }

  private Set<Integer> acknowledged() {
    return batch.plan().stream()
        .flatMapToInt(plan -> ((Plan.ByKey) plan).found().stream())
        .limit(batch.progress().planned())
        .boxed()
        .collect(Collectors.toSet());
  }

  private ReportPart part(IntFunction<RowOutcome> ofOthers) {
    List<RowOutcome> rows =
        IntStream.range(0, batch.rows().slice().rows())
            .mapToObj(
                row ->
                    duplicates.contains(row)
                        ? outcome(row, Outcome.DUPLICATE, 0, "")
                        : ofOthers.apply(row))
            .toList();
    return new ReportPart(rows);
  }

  private RowOutcome outcome(int row, Outcome outcome, int profiles, String reason) {
    String where = "row " + (row + 1) + " from this line on, where the file can't be read any more";
    return new RowOutcome(batch.rows().slice().line(), "", outcome, profiles, reason + where);
  }
}
