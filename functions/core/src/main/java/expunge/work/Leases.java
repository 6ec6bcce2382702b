package expunge.work;

import expunge.batch.Batch;
import expunge.batch.Lease;
import expunge.batch.Progress;
import expunge.batch.Reached;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Takes the leases of batches, and gives them back. */
public final class Leases {
  /** How long nobody takes a batch that was given back without progress. */
  static final Duration REST = Duration.ofSeconds(30);

  private static final Duration LONG_REST = Duration.ofMinutes(5);

  private final TaskStore tasks;
  private final Scheduler scheduler;
  private final Log log;
  private final WorkerRules rules;

  /** With the store of the batches, and how often one may be tried. */
  public Leases(TaskStore tasks, Scheduler scheduler, Log log, WorkerRules rules) {
    this.tasks = tasks;
    this.scheduler = scheduler;
    this.log = log;
    this.rules = rules;
  }

  /** Leases a batch until after the deadline; empty where somebody else has it, or it is final. */
  public Optional<Leased> take(Task task, int number, Deadline deadline) {
    Lease lease = new Lease(scheduler.newId(), deadline.end().plus(rules.leaseMargin()));
    return tasks
        .lease(task.id(), number, lease, scheduler.now())
        .map(batch -> new Leased(task, batch, lease.owner(), deadline));
  }

  /** Whether nothing was achieved in as many leases as there are to be. */
  public boolean isHopeless(Batch batch) {
    return batch.progress().stalls() >= rules.hopelessAfter();
  }

  /**
   * Gives a batch back. Without progress it rests, or every copy of its bell would be one more
   * attempt at once.
   */
  public End giveBack(Leased leased, Reached reached, boolean hasProgress) {
    TaskId task = leased.task().id();
    int number = leased.batch().number();
    Progress before = leased.batch().progress();
    boolean fault = before.stalls() >= rules.handBacks();
    Optional<Instant> rest =
        hasProgress
            ? Optional.empty()
            : Optional.of(scheduler.now().plus(fault ? LONG_REST : REST));
    if (!tasks.handBack(task, number, leased.owner(), reached, rest)) {
      return End.HELD;
    }
    log.write(new LogEntry.BatchHandedBack(task, number, before.attempts(), reached.profiles()));
    if (hasProgress) {
      return End.HANDED_BACK;
    }
    return fault ? End.FAULT : End.STALLED;
  }
}
