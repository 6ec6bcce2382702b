package expunge.imports;

import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
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
import expunge.work.BatchEnd;
import expunge.work.Candidates;
import expunge.work.End;
import expunge.work.KindOfWork;
import expunge.work.Leases;
import expunge.work.Pacer;
import expunge.work.ProfileReads;
import expunge.work.RowsGone;
import expunge.work.Sending;
import expunge.work.WorkerRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes the customers that files describe: lease → rows → plan → profiles → report part → commit.
 * Keeps the pace of its writes from one call to the next.
 */
public final class CustomerImports implements KindOfWork {
  private final Datasets datasets;
  private final ObjectStore objects;
  private final ImportPorts ports;
  private final Plans plans;
  private final LookUp lookUp;
  private final Entries entries;
  private final Writing writing;
  private final Sending sending;
  private final Pacer pacer;
  private final Leases leases;
  private final BatchEnd end;
  private final Scheduler scheduler;
  private final Log log;

  /** With its ports and rules. */
  public CustomerImports(
      Datasets datasets,
      TaskStore tasks,
      ObjectStore objects,
      ImportPorts ports,
      Scheduler scheduler,
      Log log,
      WorkerRules rules) {
    this.datasets = datasets;
    this.objects = objects;
    this.ports = ports;
    this.plans = new Plans(tasks, objects);
    this.sending = new Sending(scheduler, rules.inFlight());
    this.entries = new Entries(ports.suppressed(), ports.keys());
    this.lookUp =
        new LookUp(
            new Candidates(ports.profiles()),
            new ProfileReads(ports.profiles(), sending),
            entries,
            sending,
            scheduler);
    this.pacer = new Pacer(scheduler, rules.workers());
    this.writing = new Writing(ports.customers(), sending, pacer, scheduler);
    this.leases = new Leases(tasks, scheduler, log, rules);
    this.end = new BatchEnd(tasks, objects, scheduler, log);
    this.scheduler = scheduler;
    this.log = log;
  }

  @Override
  public Instant opens(Task task) {
    return pacer.opens(datasets.of(task.request().dataset()));
  }

  @Override
  public End attempt(Task task, int number, Deadline deadline) {
    return underLease(task, number, deadline, this::carryOn);
  }

  @Override
  public End settle(Task task, int number, Deadline deadline) {
    return underLease(task, number, deadline, this::settle);
  }

  @Override
  public ReportPart cancelled(Task task, Batch batch) {
    Optional<Dataset> dataset =
        datasets.find(task.request().dataset()).filter(task.slicing()::isDeclaredAs);
    if (dataset.isEmpty()) {
      return LostRows.cancelled(batch);
    }
    try {
      return new Verdicts(dataset.get(), CustomerFile.read(objects, task, dataset.get(), batch))
          .cancelled();
    } catch (RowsGone gone) {
      return LostRows.cancelled(batch);
    }
  }

  /** Somebody always sends it. */
  @Override
  public void writeFile(Task task, Deadline deadline) {
    log.write(new LogEntry.NothingToDo(task.id(), task.state()));
  }

  @Override
  public boolean plansInObjects(Task task) {
    return true;
  }

  private End underLease(Task task, int number, Deadline deadline, Function<Turn, End> work) {
    Dataset dataset = datasets.of(task.request().dataset());
    return leases
        .take(task, number, deadline)
        .map(leased -> orGivenBack(new Turn(leased, dataset), work))
        .orElse(End.HELD);
  }

  private End orGivenBack(Turn turn, Function<Turn, End> work) {
    try {
      return work.apply(turn);
    } catch (RuntimeException failure) {
      logFault(turn, failure);
      return giveBack(turn);
    }
  }

  private End carryOn(Turn turn) {
    try {
      CustomerFile file = CustomerFile.read(objects, turn.task(), turn.dataset(), turn.batch());
      if (turn.batch().plan().isEmpty()) {
        return planAndCarryOut(turn, file);
      }
      SequencedMap<Integer, RowPlan> plan = plans.read(turn.leased(), turn.batch());
      return takesUp(turn, file, plan) ? carryOut(turn, file, plan) : giveBack(turn);
    } catch (RowsGone gone) {
      logFault(turn, gone);
      return leases.isHopeless(turn.batch())
          ? commit(turn, LostRows.givenUp(turn.batch()))
          : giveBack(turn);
    }
  }

  private End planAndCarryOut(Turn turn, CustomerFile file) {
    Optional<SequencedMap<Integer, RowPlan>> found =
        lookUp.of(turn.dataset(), file.wanted(), turn.deadline());
    if (found.isEmpty()) {
      return giveBack(turn);
    }
    Optional<Batch> planned = plans.write(turn.leased(), found.get());
    if (planned.isEmpty()) {
      return End.HELD;
    }
    turn.planned(planned.get());
    return carryOut(turn, file, plans.read(turn.leased(), planned.get()));
  }

  /** Notes what earlier turns have written; false where time ran out before that was known. */
  private boolean takesUp(Turn turn, CustomerFile file, Map<Integer, RowPlan> plan) {
    Map<ProfileKey, List<Integer>> rows = new HashMap<>();
    plan.forEach(
        (row, of) ->
            of.key().ifPresent(key -> rows.computeIfAbsent(key, _ -> new ArrayList<>()).add(row)));
    List<List<ProfileKey>> runs =
        Sending.<ProfileKey>runsOf(CustomerStore.ACTIVITIES_PER_CALL)
            .apply(List.copyOf(rows.keySet()));
    TaskId task = turn.task().id();
    Optional<List<Map<ProfileKey, Set<Integer>>>> written =
        sending.answers(
            runs,
            turn.deadline(),
            run -> ports.customers().linesWritten(turn.dataset(), task, run));
    written.ifPresent(
        answers ->
            answers.forEach(
                answer ->
                    answer.forEach(
                        (key, lines) ->
                            rows.getOrDefault(key, List.of()).stream()
                                .filter(row -> lines.contains(file.rows().get(row).line()))
                                .forEach(turn::wasWritten))));
    return written.isPresent();
  }

  private End carryOut(Turn turn, CustomerFile file, Map<Integer, RowPlan> plan) {
    logPlan(turn);
    Customers customers = new Customers(turn.task(), turn.dataset(), entries, scheduler.now());
    List<Writing.Wanted> open = new ArrayList<>();
    file.wanted()
        .forEach(
            (row, customer) -> {
              RowPlan of = plan.get(row);
              if (of != null && of.key().isPresent() && !turn.isDoneWith(row)) {
                open.add(new Writing.Wanted(row, customers.of(customer, of)));
              }
            });
    writing.write(turn, open).ifPresent(refusal -> logFault(turn, refusal));
    if (open.stream().allMatch(row -> turn.isDoneWith(row.row()))) {
      return commit(turn, new Verdicts(turn.dataset(), file).carriedOut(plan, turn));
    }
    return leases.isHopeless(turn.batch()) && !turn.hasProgress()
        ? giveUp(turn, file, plan)
        : giveBack(turn);
  }

  private End settle(Turn turn) {
    try {
      CustomerFile file = CustomerFile.read(objects, turn.task(), turn.dataset(), turn.batch());
      return turn.batch().plan().isEmpty()
          ? commit(turn, new Verdicts(turn.dataset(), file).notBegun())
          : giveUp(turn, file, plans.read(turn.leased(), turn.batch()));
    } catch (RowsGone gone) {
      logFault(turn, gone);
      return commit(turn, LostRows.givenUp(turn.batch()));
    }
  }

  /** A row has failed only where a strong read says that it is not written. */
  private End giveUp(Turn turn, CustomerFile file, Map<Integer, RowPlan> plan) {
    return takesUp(turn, file, plan)
        ? commit(turn, new Verdicts(turn.dataset(), file).carriedOut(plan, turn))
        : giveBack(turn);
  }

  private End commit(Turn turn, ReportPart part) {
    if (!end.commit(turn.leased(), part)) {
      return End.HELD;
    }
    int failed = Math.toIntExact(part.counts().count(Outcome.FAILED));
    if (failed > 0) {
      log.write(new LogEntry.ProfilesFailed(turn.task().id(), turn.batch().number(), failed));
    }
    return End.COMMITTED;
  }

  private End giveBack(Turn turn) {
    return leases.giveBack(turn.leased(), turn.reached(), turn.hasProgress());
  }

  private void logPlan(Turn turn) {
    log.write(
        new LogEntry.BatchPlanned(
            turn.task().id(),
            turn.batch().number(),
            turn.batch().progress().attempts(),
            turn.batch().plan().orElseThrow().profiles()));
  }

  private void logFault(Turn turn, RuntimeException failure) {
    log.write(
        new LogEntry.BatchFault(turn.task().id(), turn.batch().number(), Failure.of(failure)));
  }
}
