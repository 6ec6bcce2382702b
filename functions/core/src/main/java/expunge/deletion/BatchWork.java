package expunge.deletion;

import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.batch.Progress;
import expunge.dataset.Dataset;
import expunge.deletion.PlannedDeletion.Reached;
import expunge.log.Failure;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.object.ObjectStore;
import expunge.profile.ProfileKey;
import expunge.report.ReportPart;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One attempt at one batch: lease → rows → plan → deletions → report part → commit. It may be cut
 * off anywhere; the next attempt takes up what the record says.
 */
final class BatchWork {
  /** How long nobody takes a batch that was given back without progress. */
  static final Duration REST = Duration.ofSeconds(30);

  private static final Duration LONG_REST = Duration.ofMinutes(5);

  private final TaskStore tasks;
  private final ObjectStore objects;
  private final ProfileCalls profiles;
  private final PlannedDeletion deletion;
  private final GivingUp givingUp;
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
    this.givingUp = new GivingUp(profiles, deletion, scheduler);
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
    /** It was given back after progress, and is to be rung anew. */
    HANDED_BACK,
    /** It was given back without progress, and is to be rung anew after a while. */
    STALLED,
    /** It was given back without progress once too often. */
    FAULT
  }

  /** Works on a batch until it is final or the deadline is near. */
  End attempt(Task task, Dataset dataset, int number, Deadline deadline) {
    return underLease(task, dataset, number, deadline, this::carryOn);
  }

  /**
   * Ends a batch that others have tried in vain, without deleting anything. It is given back where
   * its planned profiles can't be read.
   */
  End settle(Task task, Dataset dataset, int number, Deadline deadline) {
    return underLease(task, dataset, number, deadline, this::settle);
  }

  private End underLease(
      Task task, Dataset dataset, int number, Deadline deadline, Function<Attempt, End> work) {
    Lease lease = new Lease(scheduler.newId(), deadline.end().plus(rules.leaseMargin()));
    return tasks
        .lease(task.id(), number, lease, scheduler.now())
        .map(leased -> new Attempt(task, dataset, leased, lease.owner(), deadline))
        .map(attempt -> orGivenBack(attempt, work))
        .orElse(End.HELD);
  }

  private End orGivenBack(Attempt attempt, Function<Attempt, End> work) {
    try {
      return work.apply(attempt);
    } catch (RuntimeException failure) {
      logFault(attempt, failure);
      return giveBack(attempt);
    }
  }

  private End carryOn(Attempt attempt) {
    try {
      BatchFile file = BatchFile.read(objects, attempt.task(), attempt.dataset(), attempt.batch());
      return attempt.batch().plan().isPresent()
          ? carryOut(attempt, file)
          : planAndCarryOut(attempt, file);
    } catch (BatchFile.RowsGone gone) {
      logFault(attempt, gone);
      return isHopeless(attempt)
          ? commit(attempt, new LostRows(attempt.task(), attempt.batch()).givenUp())
          : giveBack(attempt);
    }
  }

  private End settle(Attempt attempt) {
    try {
      BatchFile file = BatchFile.read(objects, attempt.task(), attempt.dataset(), attempt.batch());
      if (attempt.batch().plan().isEmpty()) {
        return commit(attempt, new Verdicts(file).notBegun());
      }
      return conclude(attempt, file, keys -> givingUp.stillThere(attempt, keys));
    } catch (BatchFile.RowsGone gone) {
      logFault(attempt, gone);
      return commit(attempt, new LostRows(attempt.task(), attempt.batch()).givenUp());
    }
  }

  private boolean isHopeless(Attempt attempt) {
    return attempt.batch().progress().stalls() >= rules.hopelessAfter();
  }

  private static Plan.ByKey planOf(Batch batch) {
    return switch (batch.plan().orElseThrow()) {
      case Plan.ByKey byKey -> byKey;
    };
  }

  private End planAndCarryOut(Attempt attempt, BatchFile file) {
    Optional<Plan> plan = makePlan(attempt, file);
    if (plan.isEmpty()) {
      return giveBack(attempt);
    }
    Optional<Batch> planned =
        tasks.plan(attempt.task().id(), attempt.number(), attempt.owner(), plan.get());
    if (planned.isEmpty()) {
      return End.HELD;
    }
    attempt.planned(planned.get());
    return carryOut(attempt, file);
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

  private End carryOut(Attempt attempt, BatchFile file) {
    logPlan(attempt);
    return conclude(
        attempt,
        file,
        keys ->
            isHopeless(attempt) ? giveUpOnWhatStays(attempt, keys) : deleteInOrder(attempt, keys));
  }

  /**
   * Commits what came of the plan.
   *
   * @param work answers those that have failed; empty where it did not come to the end. A dry run
   *     goes without it
   */
  private End conclude(
      Attempt attempt, BatchFile file, Function<PlannedKeys, Optional<Set<ProfileKey>>> work) {
    Plan.ByKey plan = planOf(attempt.batch());
    PlannedKeys keys = PlannedKeys.of(plan, file);
    Optional<Set<ProfileKey>> failed =
        attempt.task().request().dryRun() ? Optional.of(Set.of()) : work.apply(keys);
    return failed.isPresent()
        ? commit(attempt, new Verdicts(file).carriedOut(plan, keys.rowsOf(failed.get())))
        : giveBack(attempt);
  }

  /** No key at all has failed; empty where it did not come to the end. */
  private Optional<Set<ProfileKey>> deleteInOrder(Attempt attempt, PlannedKeys keys) {
    Reached reached =
        deletion.inOrder(attempt.dataset(), keys.keys(), attempt.done(), attempt.deadline());
    attempt.reached(reached.done());
    reached.refusal().ifPresent(refusal -> logFault(attempt, refusal));
    return reached.done() == keys.keys().size() ? Optional.of(Set.of()) : Optional.empty();
  }

  /** As {@link #deleteInOrder}, with those that have failed. */
  private Optional<Set<ProfileKey>> giveUpOnWhatStays(Attempt attempt, PlannedKeys keys) {
    GivingUp.Tried tried = givingUp.tryWhatStays(attempt, keys);
    tried.left().refusal().ifPresent(refusal -> logFault(attempt, refusal));
    if (tried.failed().isEmpty() && tried.some()) {
      attempt.achievedSomething();
    }
    return tried.failed();
  }

  private End commit(Attempt attempt, ReportPart part) {
    if (!end.commit(attempt, part)) {
      return End.HELD;
    }
    int failed = Math.toIntExact(part.counts().count(Outcome.FAILED));
    if (failed > 0) {
      log.write(new LogEntry.ProfilesFailed(attempt.task().id(), attempt.number(), failed));
    }
    return End.COMMITTED;
  }

  /** Without progress it rests, or every copy of its bell would be one more attempt at once. */
  private End giveBack(Attempt attempt) {
    TaskId task = attempt.task().id();
    Progress before = attempt.batch().progress();
    boolean fault = before.stalls() >= rules.handBacks();
    Optional<Instant> rest =
        attempt.hasProgress()
            ? Optional.empty()
            : Optional.of(scheduler.now().plus(fault ? LONG_REST : REST));
    if (!tasks.handBack(task, attempt.number(), attempt.owner(), attempt.done(), rest)) {
      return End.HELD;
    }
    log.write(
        new LogEntry.BatchHandedBack(task, attempt.number(), before.attempts(), attempt.done()));
    if (rest.isEmpty()) {
      return End.HANDED_BACK;
    }
    return fault ? End.FAULT : End.STALLED;
  }

  private void logPlan(Attempt attempt) {
    log.write(
        new LogEntry.BatchPlanned(
            attempt.task().id(),
            attempt.number(),
            attempt.batch().progress().attempts(),
            planOf(attempt.batch()).profiles()));
  }

  private void logFault(Attempt attempt, RuntimeException failure) {
    log.write(new LogEntry.BatchFault(attempt.task().id(), attempt.number(), Failure.of(failure)));
  }
}
