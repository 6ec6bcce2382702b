package expunge.direct;

import expunge.report.RowOutcome;
import expunge.task.Task;
import java.util.List;

/** What somebody who waited for a deletion gets to know. */
public sealed interface DirectAnswer {
  /**
   * It has ended.
   *
   * @param rows the outcome of each key, in their order; none where the task ended without
   *     processing any
   */
  record Ended(Task task, List<RowOutcome> rows) implements DirectAnswer {
    /** Copies the rows. */
    public Ended {
      rows = List.copyOf(rows);
    }
  }

  /** It goes on without the caller. */
  record UnderWay(Task task) implements DirectAnswer {}

  /** Another call has used the key: nothing was done. */
  record KeyReused() implements DirectAnswer {}
}
