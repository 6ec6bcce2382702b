package expunge.control;

import expunge.task.Task;

/** What came of a call that controls a task. */
public sealed interface ControlAnswer {
  /**
   * The task is, or was a moment ago, where the call wanted it, by this call or an earlier one.
   *
   * @param task as it is now; of a retry, the child
   */
  record Done(Task task) implements ControlAnswer {}

  /**
   * Nothing was changed.
   *
   * @param task as it is now
   */
  record Refused(Task task, Why why) implements ControlAnswer {}

  /** There is no such task (any more). */
  record Unknown() implements ControlAnswer {}

  /** Why a call was refused. */
  enum Why {
    /** The task's state does not allow it, or somebody else was faster. */
    STATE,
    /** The number that was confirmed is not that of the rows to delete. */
    OTHER_NUMBER,
    /** No row of the task has failed or was cancelled. */
    NOTHING_TO_RETRY,
    /** It deletes a segment, which is disabled from the start only where it is deleted anew. */
    SEGMENT,
    /** It is an import, whose rows are no identifiers: its file is to be uploaded again. */
    IMPORT
  }
}
