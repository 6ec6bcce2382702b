package expunge.report;

import expunge.task.Ringer;
import expunge.task.Task;
import expunge.task.TaskStore;

/** What follows on a task's end: what nobody needs is removed, and its people are told. */
public final class EndOfTask {
  private final TaskStore tasks;
  private final FileNote note;

  /** With its ports. */
  public EndOfTask(TaskStore tasks, FileNote note) {
    this.tasks = tasks;
    this.note = note;
  }

  /**
   * Does what is left to do for a task that has ended; until then it counts as unsettled. Repeating
   * it is harmless.
   */
  public void settle(Task ended) {
    if (ended.endedUnaccepted()) {
      tasks.removeBatches(ended.id());
    }
    note.write(ended);
    tasks.settle(ended.id());
  }

  /**
   * As {@link #settle}, by somebody who is no worker: what a worker has written for a task, a
   * worker clears away, and is rung for it.
   */
  public void settleOrRing(Task ended, Ringer ringer) {
    if (ended.request().origin().isOwn()) {
      ringer.ring(ended);
    } else {
      settle(ended);
    }
  }
}
