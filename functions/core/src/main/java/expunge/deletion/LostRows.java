package expunge.deletion;

import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.batch.Duplicate;
import expunge.batch.Kept;
import expunge.batch.Plan;
import expunge.report.ReportPart;
import expunge.report.RowOutcome;
import expunge.task.Task;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of rows that can't be read any more, so that their task ends nevertheless. What the
 * batch's record knows is said of each; their identifiers and lines are not known.
 */
final class LostRows {
  private final Batch batch;
  private final boolean dryRun;
  private final Optional<PlannedRows> planned;
  private final Set<Integer> duplicates;

  /** With what can be had of the batch's plan beside its record. */
  LostRows(Task task, Batch batch, Optional<PlannedRows> planned) {
    this.batch = batch;
    this.dryRun = task.request().dryRun();
    this.planned = planned;
    this.duplicates =
        batch.rows().duplicates().stream().map(Duplicate::row).collect(Collectors.toSet());
  }

  /** Of a batch that was tried. */
  ReportPart givenUp() {
    Map<Integer, RowFate> known = doneWith();
    String doubt = dryRun ? "" : "it may have been deleted or not; ";
    return part(
        row ->
            known.containsKey(row)
                ? outcome(row, known.get(row))
                : outcome(row, Outcome.FAILED, 0, doubt));
  }

  /** Of a batch that nobody has begun. */
  ReportPart cancelled() {
    return part(row -> outcome(row, Outcome.CANCELLED, 0, "the task was cancelled; "));
  }

  /** The rows all of whose profiles are done with. */
  private Map<Integer, RowFate> doneWith() {
    Map<Integer, RowFate> fates = new HashMap<>();
    Set<Integer> unsure = new HashSet<>();
    List<Integer> rows = rowsOfProfiles();
    int done = batch.progress().reached().profiles();
    for (int place = 0; place < rows.size(); place++) {
      if (place < done) {
        fates.merge(rows.get(place), RowFate.of(fate(place)), RowFate::and);
      } else {
        unsure.add(rows.get(place));
      }
    }
    fates.keySet().removeAll(unsure);
    return fates;
  }

  /** The row of each profile, in the plan's order; none where that is not known. */
  private List<Integer> rowsOfProfiles() {
    return planned
        .map(rows -> PlannedKeys.rowsOf(rows))
        .or(() -> batch.plan().map(LostRows::rowsOfProfiles))
        .orElse(List.of());
  }

  private static List<Integer> rowsOfProfiles(Plan plan) {
    return switch (plan) {
      case Plan.ByKey byKey -> byKey.found().stream().boxed().toList();
      case Plan.InObject _ -> List.of();
    };
  }

  private @Nullable Fate fate(int place) {
    Kept kept = batch.progress().reached().kept();
    if (kept.held().get(place)) {
      return Fate.HELD;
    }
    return kept.changed().get(place) ? Fate.CHANGED : null;
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

  private RowOutcome outcome(int row, RowFate fate) {
    String reason = fate.reason();
    return outcome(row, fate.outcome(), fate.deleted(), reason.isEmpty() ? "" : reason + "; ");
  }

  private RowOutcome outcome(int row, Outcome outcome, int profiles, String reason) {
    String where = "row " + (row + 1) + " from this line on, where the file can't be read any more";
    return new RowOutcome(batch.rows().slice().line(), "", outcome, profiles, reason + where);
  }
}
