package expunge.work;

import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.object.ObjectStore;
import expunge.report.ReportPart;
import expunge.report.ResultKeys;
import expunge.run.Scheduler;
import expunge.task.Task;
import expunge.task.TaskStore;

/** Makes batches final: the report part first, then the one transaction that names it. */
public final class BatchEnd {
  private final TaskStore tasks;
  private final ObjectStore objects;
  private final Scheduler scheduler;
  private final Log log;

  /** With its ports. */
  public BatchEnd(TaskStore tasks, ObjectStore objects, Scheduler scheduler, Log log) {
    this.tasks = tasks;
    this.objects = objects;
    this.scheduler = scheduler;
    this.log = log;
  }

  /** Commits what a turn has done; false where the batch is no longer that worker's. */
  public boolean commit(Leased leased, ReportPart part) {
    Task task = leased.task();
    int number = leased.batch().number();
    int tries = leased.batch().progress().attempts();
    Commit commit = written(ResultKeys.part(task.id(), number, tries), part);
    boolean stands = tasks.commit(task.id(), number, leased.owner(), commit, scheduler.now());
    if (stands) {
      log.write(
          new LogEntry.BatchCommitted(
              task.id(), number, tries, part.rows().size(), part.profilesDeleted()));
    }
    return stands;
  }

  /** Closes a batch that nobody has begun; false where somebody has, or it is final. */
  boolean close(Task task, Batch batch, ReportPart part) {
    Commit commit = written(ResultKeys.closedPart(task.id(), batch.number()), part);
    boolean closed = tasks.close(task.id(), batch.number(), commit, scheduler.now());
    if (closed) {
      log.write(new LogEntry.BatchClosed(task.id(), batch.number(), part.rows().size()));
    }
    return closed;
  }

  private Commit written(String key, ReportPart part) {
    objects.put(key, "text/csv", part.toCsv());
    return new Commit(part.counts(), part.profilesDeleted(), key);
  }
}
