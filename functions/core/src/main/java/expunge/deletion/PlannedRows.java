package expunge.deletion;

import expunge.batch.Plan;
import expunge.deletion.RowPlan.Verdict;
import expunge.profile.ProfileKey;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The plan of a batch, row by row.
 *
 * @param rows by the place of the row, in order; only rows that were looked up
 */
record PlannedRows(SequencedMap<Integer, RowPlan> rows) {
  /** As the record of a batch tells it, for a file by the table's key. */
  static PlannedRows of(Plan.ByKey plan, BatchFile file) {
    SequencedMap<Integer, RowPlan> rows = new TreeMap<>();
    file.wanted().forEach((row, wanted) -> rows.put(row, of(plan, row, wanted)));
    return new PlannedRows(rows);
  }

  /**
   * With each profile in one row: the later one, where it changed its identifier while the rows
   * were looked up one after the other.
   */
  static PlannedRows withoutRepetition(SequencedMap<Integer, RowPlan> rows) {
    Set<ProfileKey> seen = new HashSet<>();
    SequencedMap<Integer, RowPlan> once = new TreeMap<>();
    rows.reversed().forEach((row, plan) -> once.put(row, plan.without(seen)));
    return new PlannedRows(once);
  }

  private static RowPlan of(Plan.ByKey plan, int row, String wanted) {
    if (plan.finds(row)) {
      return RowPlan.found(List.of(BatchFile.key(wanted)), 0);
    }
    return plan.held().get(row) ? RowPlan.held(1) : RowPlan.NOT_FOUND;
  }

  /** What the record of a batch by the table's key keeps of it. */
  Plan.ByKey byKey() {
    BitSet found = new BitSet();
    BitSet held = new BitSet();
    rows.forEach(
        (row, plan) -> {
          found.set(row, plan.verdict() == Verdict.FOUND);
          held.set(row, plan.verdict() == Verdict.PROTECTED);
        });
    return new Plan.ByKey(found, held);
  }

  /** How many profiles are to be deleted. */
  int profiles() {
    return rows.values().stream().map(RowPlan::keys).mapToInt(List::size).sum();
  }
}
