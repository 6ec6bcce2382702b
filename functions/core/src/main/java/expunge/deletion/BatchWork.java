package expunge.deletion;

import expunge.balance.Outcome;
import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.log.Failure;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.object.ObjectStore;
import expunge.profile.ProfileKey;
import expunge.report.ReportPart;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import expunge.task.Task;
import expunge.task.TaskStore;
import expunge.work.BatchEnd;
import expunge.work.End;
import expunge.work.Leases;
import expunge.work.Pacer;
import expunge.work.ProfileReads;
import expunge.work.RowsGone;
import expunge.work.Sending;
import expunge.work.WorkerRules;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * One attempt at one batch: lease → rows → plan → deletions → report part → commit. It may be cut
 * off anywhere; the next attempt takes up what the record says.
 */
final class BatchWork {
  private final Leases leases;
  private final ObjectStore objects;
  private final Plans plans;
  private final LookUp lookUp;
  private final Erasing erasing;
  private final GivingUp givingUp;
  private final BatchEnd end;
  private final Scheduler scheduler;
  private final Log log;

  BatchWork(
      TaskStore tasks,
      ObjectStore objects,
      People people,
      Pacer pacer,
      BatchEnd end,
      Scheduler scheduler,
      Log log,
      WorkerRules rules) {
    Sending sending = new Sending(scheduler, rules.inFlight());
    ProfileReads reads = new ProfileReads(people.profiles(), sending);
    LinkedSweep linked = new LinkedSweep(people.linked(), sending, pacer, scheduler);
    this.leases = new Leases(tasks, scheduler, log, rules);
    this.objects = objects;
    this.plans = new Plans(tasks, objects);
    this.lookUp = new LookUp(reads, new IndexedLookUp(people.profiles(), reads, sending));
    Deleting deleting =
        new Deleting(people.profiles(), new Remembering(people.keys(), scheduler), sending);
    this.erasing = new Erasing(reads, linked, deleting, sending.inFlight(), pacer, scheduler);
    this.givingUp = new GivingUp(reads, linked, erasing, scheduler);
    this.end = end;
    this.scheduler = scheduler;
    this.log = log;
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
    DeletionType type = declaredType(task, dataset);
    return leases
        .take(task, number, deadline)
        .map(leased -> new Attempt(leased, dataset, type))
        .map(attempt -> orGivenBack(attempt, work))
        .orElse(End.HELD);
  }

  /** Asked for before the lease, which nobody would give back. */
  private static DeletionType declaredType(Task task, Dataset dataset) {
    return dataset
        .deletionType(task.request().deletionType())
        .orElseThrow(
            () ->
                new ExpungeException.Permanent(
                    "the deletion type of task " + task.id() + " is no longer declared", null));
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
          ? carryOut(attempt, file, plans.read(attempt, file))
          : planAndCarryOut(attempt, file);
    } catch (RowsGone gone) {
      logFault(attempt, gone);
      return leases.isHopeless(attempt.batch())
          ? commit(attempt, lost(attempt))
          : giveBack(attempt);
    }
  }

  private End settle(Attempt attempt) {
    try {
      BatchFile file = BatchFile.read(objects, attempt.task(), attempt.dataset(), attempt.batch());
      if (attempt.batch().plan().isEmpty()) {
        return commit(attempt, new Verdicts(file).notBegun());
      }
      return conclude(
          attempt,
          file,
          plans.read(attempt, file),
          keys -> givingUp.stillThere(attempt, keys.after(attempt.done())));
    } catch (RowsGone gone) {
      logFault(attempt, gone);
      return commit(attempt, lost(attempt));
    }
  }

  private ReportPart lost(Attempt attempt) {
    return new LostRows(attempt.task(), attempt.batch(), plans.withoutFile(attempt.batch()))
        .givenUp();
  }

  private End planAndCarryOut(Attempt attempt, BatchFile file) {
    Instant before = scheduler.now();
    Optional<PlannedRows> found = lookUp.of(attempt.dataset(), file, attempt.deadline());
    if (found.isEmpty()) {
      return giveBack(attempt);
    }
    Optional<PlannedRows> planned = plans.write(attempt, file, found.get());
    if (planned.isEmpty()) {
      return End.HELD;
    }
    if (planned.equals(found)) {
      attempt.hasReadItsProfiles(before);
    }
    return carryOut(attempt, file, planned.get());
  }

  private End carryOut(Attempt attempt, BatchFile file, PlannedRows planned) {
    logPlan(attempt);
    return conclude(
        attempt,
        file,
        planned,
        keys ->
            leases.isHopeless(attempt.batch())
                ? giveUpOnWhatStays(attempt, keys)
                : deleteInOrder(attempt, keys));
  }

  /**
   * Commits what came of the plan.
   *
   * @param work answers the fates of those after the ones that are done with; empty where it did
   *     not come to the end. A dry run goes without it
   */
  private End conclude(
      Attempt attempt,
      BatchFile file,
      PlannedRows planned,
      Function<PlannedKeys, Optional<Map<ProfileKey, Fate>>> work) {
    PlannedKeys keys = PlannedKeys.of(planned, file);
    Optional<Map<ProfileKey, Fate>> fates =
        attempt.task().request().dryRun() ? Optional.of(Map.of()) : work.apply(keys);
    if (fates.isEmpty()) {
      return giveBack(attempt);
    }
    Map<Integer, Fate> all = attempt.kept();
    Map<ProfileKey, Integer> places = keys.places();
    fates.get().forEach((key, fate) -> all.put(Objects.requireNonNull(places.get(key)), fate));
    return commit(attempt, new Verdicts(file).carriedOut(planned, keys, all));
  }

  /** What is kept is noted with the attempt; empty where it did not come to the end. */
  private Optional<Map<ProfileKey, Fate>> deleteInOrder(Attempt attempt, PlannedKeys keys) {
    erasing.inOrder(attempt, keys).ifPresent(refusal -> logFault(attempt, refusal));
    return attempt.done() == keys.size() ? Optional.of(Map.of()) : Optional.empty();
  }

  /** As {@link #deleteInOrder}, with those that have failed. */
  private Optional<Map<ProfileKey, Fate>> giveUpOnWhatStays(Attempt attempt, PlannedKeys keys) {
    GivingUp.Tried tried = givingUp.tryWhatStays(attempt, keys);
    tried.left().refusal().ifPresent(refusal -> logFault(attempt, refusal));
    if (tried.fates().isEmpty() && tried.some()) {
      attempt.achievedSomething();
    }
    return tried.fates();
  }

  private End commit(Attempt attempt, ReportPart part) {
    if (!end.commit(attempt.leased(), part)) {
      return End.HELD;
    }
    int failed = Math.toIntExact(part.counts().count(Outcome.FAILED));
    if (failed > 0) {
      log.write(new LogEntry.ProfilesFailed(attempt.task().id(), attempt.number(), failed));
    }
    return End.COMMITTED;
  }

  private End giveBack(Attempt attempt) {
    return leases.giveBack(attempt.leased(), attempt.reached(), attempt.hasProgress());
  }

  private void logPlan(Attempt attempt) {
    log.write(
        new LogEntry.BatchPlanned(
            attempt.task().id(),
            attempt.number(),
            attempt.batch().progress().attempts(),
            attempt.batch().plan().orElseThrow().profiles()));
  }

  private void logFault(Attempt attempt, RuntimeException failure) {
    log.write(new LogEntry.BatchFault(attempt.task().id(), attempt.number(), Failure.of(failure)));
  }
}
