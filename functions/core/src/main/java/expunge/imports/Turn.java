package expunge.imports;

import expunge.batch.Batch;
import expunge.batch.Reached;
import expunge.dataset.Dataset;
import expunge.run.Deadline;
import expunge.task.Task;
import expunge.work.Leased;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One worker's turn at a batch of an import, and what came of its rows. For many threads. */
final class Turn {
  private final Leased leased;
  private final Dataset dataset;
  private final Set<Integer> written = new HashSet<>();
  private final Map<Integer, Refusal> refused = new HashMap<>();
  private final Batch before;
  private long newlyDone;
  private Batch batch;

  Turn(Leased leased, Dataset dataset) {
    this.leased = leased;
    this.dataset = dataset;
    this.before = leased.batch();
    this.batch = before;
    refused.putAll(Refusals.in(before.progress().reached().kept()));
  }

  Leased leased() {
    return leased;
  }

  Task task() {
    return leased.task();
  }

  Dataset dataset() {
    return dataset;
  }

  Deadline deadline() {
    return leased.deadline();
  }

  /** The batch as its record was last read. */
  Batch batch() {
    return batch;
  }

  /** The plan stands in the record. */
  void planned(Batch withPlan) {
    batch = withPlan;
  }

  /** An earlier turn has written the row at this place. */
  synchronized void wasWritten(int row) {
    refused.remove(row);
    written.add(row);
  }

  /** The row at this place is written. */
  synchronized void wrote(int row) {
    wasWritten(row);
    newlyDone++;
  }

  /**
   * The row at this place was refused. Who is suppressed is not remembered, and found so again in
   * each turn: that is no progress, or a batch with a row that the table refuses would never end.
   */
  synchronized void refused(int row, Refusal why) {
    refused.put(row, why);
    newlyDone += why == Refusal.SUPPRESSED ? 0 : 1;
  }

  synchronized boolean isWritten(int row) {
    return written.contains(row);
  }

  synchronized Optional<Refusal> refusal(int row) {
    return Optional.ofNullable(refused.get(row));
  }

  /** Whether nothing is left to be done for the row at this place. */
  synchronized boolean isDoneWith(int row) {
    return written.contains(row) || refused.containsKey(row);
  }

  /**
   * How many rows are done with, and which were refused. What the feed remembers may become less,
   * as people are deleted: each row that was written or refused counts as one record more.
   */
  synchronized Reached reached() {
    Reached earlier = before.progress().reached();
    return new Reached(
        Math.max(written.size() + refused.size(), earlier.profiles()),
        earlier.linkedRecords() + newlyDone,
        Refusals.kept(refused));
  }

  /** Whether anything was achieved, be it by a turn that died: the plan, or a row done with. */
  synchronized boolean hasProgress() {
    return newlyDone > 0
        || written.size() + refused.size() > before.progress().planned()
        || batch.progress().stalls() == 0;
  }
}
