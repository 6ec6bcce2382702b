package expunge.deletion;

import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.dataset.Dataset;
import expunge.log.Failure;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.object.ObjectStore;
import expunge.profile.ProfileKey;
import expunge.report.ReportPart;
import expunge.report.ResultKeys;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.task.Task;
import expunge.task.TaskStore;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  private final Scheduler scheduler;
  private final Log log;
  private final WorkerRules rules;

  BatchWork(
      TaskStore tasks,
      ObjectStore objects,
      ProfileCalls profiles,
      PlannedDeletion deletion,
      Scheduler scheduler,
      Log log,
      WorkerRules rules) {
    this.tasks = tasks;
    this.objects = objects;
    this.profiles = profiles;
    this.deletion = deletion;
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
    Optional<Batch> leased = tasks.lease(task.id(), number, lease, scheduler.now());
    if (leased.isEmpty()) {
      return End.HELD;
    }
    Attempt attempt = new Attempt(task, dataset, number, lease.owner(), deadline);
    try {
      return carryOn(attempt, leased.get());
    } catch (RuntimeException failure) {
      log.write(new LogEntry.BatchFault(task.id(), number, Failure.of(failure)));
      return giveBack(attempt, leased.get(), leased.get().progress().planned(), true);
    }
  }

  private End carryOn(Attempt attempt, Batch leased) {
    BatchFile file = BatchFile.read(objects, attempt.task, attempt.dataset, leased);
    if (leased.plan().isPresent()) {
      return carryOut(attempt, leased, file);
    }
    Optional<Plan> plan = makePlan(attempt, file);
    if (plan.isEmpty()) {
      return giveBack(attempt, leased, 0, false);
    }
    return tasks
        .plan(attempt.task.id(), attempt.number, attempt.owner, plan.get())
        .map(planned -> carryOut(attempt, planned, file))
        .orElse(End.HELD);
  }

  private Optional<Plan> makePlan(Attempt attempt, BatchFile file) {
    Map<Integer, ProfileKey> keys = file.keys();
    return profiles
        .find(attempt.dataset, List.copyOf(keys.values()), attempt.deadline)
        .map(
            found -> {
              BitSet rows = new BitSet();
              keys.forEach((row, key) -> rows.set(row, found.contains(key)));
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
            attempt.task.id(), attempt.number, batch.progress().attempts(), plan.profiles()));
    PlannedKeys keys = PlannedKeys.of(plan, file);
    PlannedDeletion.Reached reached =
        deletion.run(attempt.dataset, keys.keys(), batch.progress().planned(), attempt.deadline);
    reached
        .refusal()
        .ifPresent(
            refusal ->
                log.write(
                    new LogEntry.BatchFault(
                        attempt.task.id(), attempt.number, Failure.of(refusal))));
    if (reached.done() == keys.keys().size()) {
      return commit(attempt, batch, new Verdicts(file).carriedOut(plan, Set.of()));
    }
    return isHopeless(batch, reached)
        ? settle(attempt, batch, file, plan, keys, reached)
        : giveBack(attempt, batch, reached.done(), reached.refusal().isPresent());
  }

  private boolean isHopeless(Batch batch, PlannedDeletion.Reached reached) {
    return batch.progress().stalls() >= rules.hopelessAfter()
        && reached.done() == batch.progress().planned();
  }

  /**
   * Counts as failed the profiles that a strong read under the lease still finds; those that it
   * does not find are gone, whoever's delete it was that went through. Where they can't be read,
   * nothing is committed.
   */
  private End settle(
      Attempt attempt,
      Batch batch,
      BatchFile file,
      Plan.ByKey plan,
      PlannedKeys keys,
      PlannedDeletion.Reached reached) {
    List<ProfileKey> open = keys.keys().subList(reached.done(), keys.keys().size());
    Optional<Set<ProfileKey>> left = profiles.find(attempt.dataset, open, attempt.deadline);
    if (left.isEmpty()) {
      return giveBack(attempt, batch, reached.done(), true);
    }
    End end = commit(attempt, batch, new Verdicts(file).carriedOut(plan, keys.rowsOf(left.get())));
    if (end == End.COMMITTED && !left.get().isEmpty()) {
      log.write(new LogEntry.ProfilesFailed(attempt.task.id(), attempt.number, left.get().size()));
    }
    return end;
  }

  private End commit(Attempt attempt, Batch batch, ReportPart part) {
    String key = ResultKeys.part(attempt.task.id(), attempt.number, batch.progress().attempts());
    objects.put(key, "text/csv", part.toCsv());
    Commit commit = new Commit(part.counts(), part.profilesDeleted(), key);
    boolean stands =
        tasks.commit(attempt.task.id(), attempt.number, attempt.owner, commit, scheduler.now());
    if (!stands) {
      return End.HELD;
    }
    log.write(
        new LogEntry.BatchCommitted(
            attempt.task.id(),
            attempt.number,
            batch.progress().attempts(),
            part.rows().size(),
            part.profilesDeleted()));
    return End.COMMITTED;
  }

  private End giveBack(Attempt attempt, Batch batch, int done, boolean faulty) {
    if (!tasks.handBack(attempt.task.id(), attempt.number, attempt.owner, done)) {
      return End.HELD;
    }
    boolean progress = done > batch.progress().planned() || batch.progress().stalls() == 0;
    log.write(
        new LogEntry.BatchHandedBack(
            attempt.task.id(), attempt.number, batch.progress().attempts(), done));
    boolean tooOften = batch.progress().stalls() >= rules.handBacks();
    return progress || !(faulty || tooOften) ? End.HANDED_BACK : End.FAULT;
  }

  /** What stays the same during one attempt. */
  private record Attempt(Task task, Dataset dataset, int number, String owner, Deadline deadline) {}

  /** The keys of a plan, each beside the place of its row. */
  private record PlannedKeys(List<Integer> rows, List<ProfileKey> keys) {
    static PlannedKeys of(Plan.ByKey plan, BatchFile file) {
      Map<Integer, ProfileKey> all = file.keys();
      List<Integer> rows = all.keySet().stream().filter(plan::finds).toList();
      return new PlannedKeys(rows, rows.stream().map(all::get).toList());
    }

    Set<Integer> rowsOf(Set<ProfileKey> some) {
      Set<Integer> places = new HashSet<>();
      for (int i = 0; i < keys.size(); i++) {
        if (some.contains(keys.get(i))) {
          places.add(rows.get(i));
        }
      }
      return places;
    }
  }
}
