package expunge.simulator.check;

import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.batch.Lease;
import expunge.batch.Reached;
import expunge.report.ResultKeys;
import expunge.simulator.fault.PortCall;
import expunge.simulator.platform.World;
import expunge.simulator.process.Invocation;
import expunge.simulator.process.VirtualScheduler;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the batches after each effect: who holds them, when they begin, why they end. */
final class BatchWatch {
  private static final int PAGE = 100;

  private final World world;
  private final List<Violation> violations;
  private final Map<BatchName, Batch> seen = new HashMap<>();
  private final Map<BatchName, Integer> vain = new HashMap<>();
  private final Map<BatchName, Final> finals = new HashMap<>();
  private final Map<BatchName, Long> begun = new HashMap<>();
  private final Map<Invocation, Held> held = new HashMap<>();

  BatchWatch(World world, List<Violation> violations) {
    this.world = world;
    this.violations = violations;
  }

  /** One batch of one task. */
  record BatchName(TaskId task, int number) {}

  /** A batch that was leased, and when. */
  private record Held(BatchName name, long since) {}

  /**
   * How a batch became final.
   *
   * @param at in microseconds
   * @param settled whether its dead letter was answered, and it was not a worker
   * @param leases how many there were before since anything was achieved
   */
  record Final(Commit commit, long at, boolean settled, int leases) {}

  /**
   * A call of {@code self} took effect.
   *
   * @param unaware who began before the task left RUNNING, and has begun no batch since: the task
   *     may have been read before
   */
  void look(Task task, PortCall call, Invocation self, Set<Invocation> unaware) {
    for (Batch batch : world.tasks().batches(task.id(), 0, PAGE)) {
      BatchName name = new BatchName(task.id(), batch.number());
      Batch before =
          Optional.ofNullable(seen.put(name, batch))
              .orElseGet(() -> Batch.fresh(batch.number(), batch.rows()));
      if (!before.equals(batch)) {
        if (call == PortCall.LEASE) {
          checkLease(name, before.lease(), batch.lease(), self);
        }
        checkPlan(task, name, before, batch, self, unaware.contains(self));
        if (batch.plan().isPresent() && before.plan().isEmpty()) {
          unaware.remove(self);
        }
        checkCommit(task, name, batch, self, unaware);
      }
    }
  }

  private void checkLease(
      BatchName name, Optional<Lease> before, Optional<Lease> now, Invocation self) {
    if (now.isEmpty() || now.equals(before)) {
      return;
    }
    vain.merge(name, 1, Integer::sum);
    held.put(self, new Held(name, world.now()));
    if (before.isPresent() && before.get().until().isAfter(moment(world.now()))) {
      violate("P4", "a lease was taken before that of another had run out");
    }
    Instant least =
        moment(self.endsAt())
            .plus(world.scenario().platform().rules().leaseMargin())
            .truncatedTo(ChronoUnit.MILLIS);
    if (now.get().until().isBefore(least)) {
      violate("P4", "a lease does not outlive its invocation");
    }
  }

  private static Instant moment(long time) {
    return VirtualScheduler.START.plus(time, ChronoUnit.MICROS);
  }

  private void checkPlan(
      Task task, BatchName name, Batch before, Batch now, Invocation self, boolean unaware) {
    boolean begins = now.plan().isPresent() && before.plan().isEmpty();
    if (begins && task.state() != TaskState.RUNNING && !unaware) {
      violate("P3", "a batch was begun while its task was " + task.state());
    }
    if (begins) {
      beginsBy(self);
    }
    if (begins || isBeyond(now.progress().reached(), before.progress().reached())) {
      vain.put(name, 0);
    }
  }

  private static boolean isBeyond(Reached now, Reached before) {
    return now.profiles() > before.profiles() || now.linkedRecords() > before.linkedRecords();
  }

  private void checkCommit(
      Task task, BatchName name, Batch batch, Invocation self, Set<Invocation> unaware) {
    Optional<Final> known = Optional.ofNullable(finals.get(name));
    if (known.map(Final::commit).equals(batch.commit())) {
      return;
    }
    if (known.isPresent()) {
      violate("P4", "a batch that was final changed");
    }
    boolean settled = self.label().equals("dead letters");
    int leases = vain.getOrDefault(name, 0) - (settled ? 1 : 0);
    batch.commit().ifPresent(end -> finals.put(name, new Final(end, world.now(), settled, leases)));
    batch.commit().ifPresent(end -> checkCounts(task, batch, leases, end));
    boolean begun = batch.plan().isPresent() || unaware.contains(self);
    if (task.state() == TaskState.CANCELLING && !begun && count(batch, Outcome.FAILED) > 0) {
      violate("P3", "a batch that was not begun has failed, and not been cancelled");
    }
  }

  private void checkCounts(Task task, Batch batch, int leases, Commit end) {
    boolean looked = count(batch, Outcome.DELETED) + count(batch, Outcome.NOT_FOUND) > 0;
    if (looked && batch.plan().isEmpty()) {
      violate("P3", "a batch without a plan has looked for its profiles");
    }
    int patience = world.scenario().platform().rules().hopelessAfter();
    boolean mayFailAtOnce = world.scenario().importing().isPresent(); // CustomerRowCheck knows why
    if (!mayFailAtOnce && end.counts().count(Outcome.FAILED) > 0 && leases < patience) {
      violate("P5", "rows have failed after " + leases + " leases, not " + patience);
    }
    if (end.counts().count(Outcome.CANCELLED) > 0 && task.state() != TaskState.CANCELLING) {
      violate("P3", "rows were cancelled while their task was " + task.state());
    }
  }

  private static long count(Batch batch, Outcome outcome) {
    return batch.commit().map(commit -> commit.counts().count(outcome)).orElse(0L);
  }

  private void violate(String promise, String what) {
    violations.add(new Violation(promise, what));
  }

  /** The batch that an invocation took last; empty where it took none. */
  Optional<BatchName> heldBy(Invocation self) {
    return Optional.ofNullable(held.get(self)).map(Held::name);
  }

  /** A plan stands in the bucket: whoever plans the batch takes it. */
  void sawPlanFile(Invocation self) {
    heldBy(self)
        .flatMap(name -> world.objects().read(ResultKeys.plan(name.task(), name.number())))
        .ifPresent(_ -> beginsBy(self));
  }

  private void beginsBy(Invocation self) {
    Optional.ofNullable(held.get(self)).ifPresent(by -> begun.putIfAbsent(by.name(), by.since()));
  }

  /** When the attempt began that planned a batch; the beginning of time where none did. */
  long begun(BatchName batch) {
    return begun.getOrDefault(batch, 0L);
  }

  /** The number of the batch that holds a line. */
  static int of(int line, List<Batch> batches) {
    int number = 0;
    for (Batch one : batches) {
      number = one.rows().slice().line() <= line ? one.number() : number;
    }
    return number;
  }

  /** How a batch became final; empty where it did not. */
  Optional<Final> end(TaskId task, int batch) {
    return Optional.ofNullable(finals.get(new BatchName(task, batch)));
  }
}
