package expunge.work;

import expunge.run.ExpungeException;
import expunge.task.TaskId;

/** The rows or the plan of a batch can't be had any more, and never will be. */
public final class RowsGone extends ExpungeException.Permanent {
  private static final long serialVersionUID = 1L;

  private RowsGone(String what) {
    super(what, null);
  }

  /** Of the rows. */
  public static RowsGone rows(TaskId task, int batch) {
    return new RowsGone("the rows of batch " + batch + " of task " + task + " are gone");
  }

  /** Of the plan. */
  public static RowsGone plan(TaskId task, int batch) {
    return new RowsGone("the plan of batch " + batch + " of task " + task + " is gone");
  }
}
