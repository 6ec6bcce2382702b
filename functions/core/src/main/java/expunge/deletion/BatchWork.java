package expunge.deletion;

import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.dataset.Dataset;
import expunge.log.Failure;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.object.ObjectStore;
import expunge.profile.ProfileKey;
import expunge.report.ReportPart;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.task.Task;
import expunge.task.TaskStore;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One attempt at one batch: lease → rows → plan → deletions → report part → commit. It may be cut
 * off anywhere; the next attempt takes up what the record says.
 */
final class BatchWork {
  private final TaskStore tasks;
  private final ObjectStore objects;
  private final ProfileCalls profiles;
  private final PlannedDeletion deletion;
  private final BatchEnd end;
  private final Scheduler scheduler;
  private final Log log;
  private final WorkerRules rules;

  BatchWork(
      TaskStore tasks,
      ObjectStore objects,
      ProfileCalls profiles,
      PlannedDeletion deletion,
      BatchEnd end,
      Scheduler scheduler,
      Log log,
      WorkerRules rules) {
    this.tasks = tasks;
    this.objects = objects;
    this.profiles = profiles;
    this.deletion = deletion;
    this.end = end;
    this.scheduler = scheduler;
    this.log = log;
    this.rules = rules;
  }

  /** How an attempt ended. */
  enum End {
    /** The batch is final. */
    COMMITTED,
    /** Somebody else holds it, or has taken it over. */
    HELD,
    /** It was given back, and is to be rung anew. */
    HANDED_BACK,
    /** It was given back without progress once too often, or can't go on. */
    FAULT
  }

  /** Works on a batch until it is final or the deadline is near. */
  End attempt(Task task, Dataset dataset, int number, Deadline deadline) {
    if (!deadline.allows(scheduler.now())) {
      return End.HANDED_BACK;
    }
    Lease lease = new Lease(scheduler.newId(), deadline.end().plus(rules.leaseMargin()));
    Attempt attempt = new Attempt(task, dataset, number, lease.owner(), deadline);
    return tasks
        .lease(task.id(), number, lease, scheduler.now())
        .map(leased -> carryOn(attempt, leased))
        .orElse(End.HELD);
  }

  private End carryOn(Attempt attempt, Batch leased) {
    try {
      BatchFile file = BatchFile.read(objects, attempt.task(), attempt.dataset(), leased);
      return leased.plan().isPresent()
          ? carryOut(attempt, leased, file)
          : planned(attempt, leased, file);
    } catch (RuntimeException failure) {
      logFault(attempt, failure);
      return giveBack(attempt, leased, leased.progress().planned(), true);
    }
  }

  private End planned(Attempt attempt, Batch leased, BatchFile file) {
    Optional<Plan> plan = makePlan(attempt, file);
    if (plan.isEmpty()) {
      return giveBack(attempt, leased, 0, false);
    }
    return tasks
        .plan(attempt.task().id(), attempt.number(), attempt.owner(), plan.get())
        .map(planned -> carryOut(attempt, planned, file))
        .orElse(End.HELD);
  }

  private Optional<Plan> makePlan(Attempt attempt, BatchFile file) {
    return profiles
        .find(attempt.dataset(), List.copyOf(file.keys().values()), attempt.deadline())
        .map(
            found -> {
              BitSet rows = new BitSet();
              file.keys().forEach((row, key) -> rows.set(row, found.contains(key)));
              return new Plan.ByKey(rows);
            });
  }

  private End carryOut(Attempt attempt, Batch batch, BatchFile file) {
    Plan.ByKey plan =
        switch (batch.plan().orElseThrow()) {
          case Plan.ByKey byKey -> byKey;
        };
    log.write(
        new LogEntry.BatchPlanned(
            attempt.task().id(), attempt.number(), batch.progress().attempts(), plan.profiles()));
    PlannedKeys keys = PlannedKeys.of(plan, file);
    PlannedDeletion.Reached reached =
        deletion.run(
            attempt.dataset(), keys.keys(), batch.progress().planned(), attempt.deadline());
    reached.refusal().ifPresent(refusal -> logFault(attempt, refusal));
    List<ProfileKey> open = keys.after(reached.done());
    if (!open.isEmpty() && !isHopeless(batch, reached)) {
      return giveBack(attempt, batch, reached.done(), reached.refusal().isPresent());
    }
    Optional<Set<ProfileKey>> left = stillThere(attempt, open);
    return left.isEmpty()
        ? giveBack(attempt, batch, reached.done(), true)
        : commit(attempt, batch, new Verdicts(file).carriedOut(plan, keys.rowsOf(left.get())));
  }

  private boolean isHopeless(Batch batch, PlannedDeletion.Reached reached) {
    return batch.progress().stalls() >= rules.hopelessAfter()
        && reached.done() == batch.progress().planned();
  }

  /**
   * Of the profiles whose delete was never acknowledged, those that a strong read under the lease
   * still finds: they have failed. The others are gone, whoever's delete it was that went through.
   * Empty where they can't be read: then nothing is committed.
   */
  private Optional<Set<ProfileKey>> stillThere(Attempt attempt, List<ProfileKey> open) {
    return open.isEmpty()
        ? Optional.of(Set.of())
        : profiles.find(attempt.dataset(), open, attempt.deadline());
  }

  private End commit(Attempt attempt, Batch batch, ReportPart part) {
    if (!end.commit(attempt, batch, part)) {
      return End.HELD;
    }
    int failed = Math.toIntExact(part.counts().count(Outcome.FAILED));
    if (failed > 0) {
      log.write(new LogEntry.ProfilesFailed(attempt.task().id(), attempt.number(), failed));
    }
    return End.COMMITTED;
  }

  private End giveBack(Attempt attempt, Batch batch, int done, boolean faulty) {
    if (!tasks.handBack(attempt.task().id(), attempt.number(), attempt.owner(), done)) {
      return End.HELD;
    }
    boolean progress = done > batch.progress().planned() || batch.progress().stalls() == 0;
    log.write(
        new LogEntry.BatchHandedBack(
            attempt.task().id(), attempt.number(), batch.progress().attempts(), done));
    boolean tooOften = batch.progress().stalls() >= rules.handBacks();
    return progress || !(faulty || tooOften) ? End.HANDED_BACK : End.FAULT;
  }

  private void logFault(Attempt attempt, RuntimeException failure) {
    log.write(new LogEntry.BatchFault(attempt.task().id(), attempt.number(), Failure.of(failure)));
  }
}
