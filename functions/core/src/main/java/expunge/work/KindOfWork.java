package expunge.work;

import expunge.batch.Batch;
import expunge.report.ReportPart;
import expunge.run.Deadline;
import expunge.task.Task;
import java.time.Instant;

/** What workers do for the tasks of one kind. All of it may be cut off anywhere and repeated. */
public interface KindOfWork {
  /** When the pace of writes lets a batch of this task be worked on; not before now. */
  Instant opens(Task task);

  /**
   * Works on a batch until it is final or the deadline is near.
   *
   * @throws expunge.run.ExpungeException.Permanent if the task can't be worked on as things are
   */
  End attempt(Task task, int number, Deadline deadline);

  /**
   * Ends a batch that others have tried in vain, without writing to anybody's tables. It is given
   * back where it can't be found out what is done.
   *
   * @throws expunge.run.ExpungeException.Permanent if the task can't be worked on as things are
   */
  End settle(Task task, int number, Deadline deadline);

  /** The outcomes of a batch that nobody has begun and nobody will, be its rows readable or not. */
  ReportPart cancelled(Task task, Batch batch);

  /** Writes the file of a task that nobody sends, or as much as there is time for. */
  void writeFile(Task task, Deadline deadline);

  /** Whether plans of an accepted task are objects, which must not outlast its end. */
  boolean plansInObjects(Task task);
}
