package expunge.repair;

import expunge.intake.Intake;
import expunge.log.Failure;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.object.ObjectStore;
import expunge.report.EndOfTask;
import expunge.report.FileNote;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.task.Ringer;
import expunge.task.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** One round: looks after every task that is not settled, and then for files without a task. */
public final class Repair {
  private final StuckTasks tasks;
  private final LostFiles files;
  private final Scheduler scheduler;
  private final Log log;

  /** With its ports, and the intake that takes up files; holds no state of its own. */
  public Repair(
      TaskStore tasks,
      ObjectStore objects,
      Intake intake,
      Ringer ringer,
      FileNote note,
      Scheduler scheduler,
      Log log,
      RepairRules rules) {
    EndOfTask end = new EndOfTask(tasks, note);
    this.tasks = new StuckTasks(tasks, objects, intake, ringer, end, scheduler, log, rules);
    this.files = new LostFiles(tasks, objects, intake, scheduler, log, rules);
    this.scheduler = scheduler;
    this.log = log;
  }

  /**
   * Mends what it finds, as far as it gets before the deadline; the next round begins anew. What
   * fails is logged, and does not keep the rest from being looked at.
   */
  public void round(Deadline deadline) {
    Instant began = scheduler.now();
    int mendedTasks = unlessItFails(() -> tasks.mend(deadline));
    int foundFiles = unlessItFails(() -> files.find(deadline));
    long milliseconds = Duration.between(began, scheduler.now()).toMillis();
    log.write(new LogEntry.HousekeepingDone(mendedTasks, foundFiles, milliseconds));
  }

  private int unlessItFails(Supplier<Integer> part) {
    try {
      return part.get();
    } catch (RuntimeException failure) {
      log.write(new LogEntry.Fault(Failure.of(failure)));
      return 0;
    }
  }
}
