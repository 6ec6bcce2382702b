package expunge.simulator.platform;

import expunge.file.FileOptions;
import expunge.log.LogEntry;
import expunge.profile.ProfileKey;
import expunge.simulator.fault.Decisions;
import expunge.simulator.fault.Faults;
import expunge.simulator.fault.Mishap;
import expunge.simulator.fault.PortCall;
import expunge.simulator.memory.MemoryObjectStore;
import expunge.simulator.memory.MemoryProfileStore;
import expunge.simulator.memory.MemoryTaskStore;
import expunge.simulator.process.Calls;
import expunge.simulator.process.Invocation;
import expunge.simulator.process.Strand;
import expunge.simulator.process.TimedCustomers;
import expunge.simulator.process.TimedDoorbells;
import expunge.simulator.process.TimedLinked;
import expunge.simulator.process.TimedObjects;
import expunge.simulator.process.TimedProfiles;
import expunge.simulator.process.TimedSuppressions;
import expunge.simulator.process.TimedTasks;
import expunge.simulator.process.Trace;
import expunge.simulator.process.VirtualScheduler;
import expunge.simulator.scenario.Riches;
import expunge.simulator.scenario.Scenario;
import expunge.simulator.timeline.Chance;
import expunge.simulator.timeline.Timeline;
import expunge.task.ImportSettings;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.Slicing;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/**
 * One seed's world: the tables, the bucket and the queue, the processes that come and go, and the
 * time that they share. It runs until nothing is left to happen.
 */
public final class World {
  /** The bucket of every world. */
  public static final String BUCKET = "expunge-files";

  private static final long LONGEST = 60_000;
  private static final int ROUNDS = 12;
  private static final int HOUSEKEEPER = 401;
  private static final int FAIR = 402;
  private static final long SOON = 200_000;
  private static final long LATER = 10_000_000;
  private static final long LONG = 30 * 60 * 1_000_000L;

  private final Scenario scenario;
  private final Plant plant;
  private final Timeline timeline = new Timeline(LONGEST);
  private final Trace trace;
  private final Faults faults;
  private final Calls calls;
  private final MemoryTaskStore tasks = new MemoryTaskStore();
  private final MemoryObjectStore objects;
  private final Tables tables;
  private final TimedProfiles profileCalls;
  private final TimedLinked linkedCalls;
  private final List<LogEntry> entries = new ArrayList<>();
  private final Queue queue;
  private final Workers workers;
  private final Uploads uploads;
  private final Others others;
  private final Housekeepers housekeepers;
  private final Operators operators;
  private Consumer<PortCall> observer = _ -> {};
  private People people = _ -> Optional.empty();
  private boolean endedByItself;

  /**
   * Before anything has happened.
   *
   * @param allowed the names of the faults that may happen
   * @param written whether the trace is kept as text
   */
  public World(
      Scenario scenario, Decisions decisions, LongPredicate allowed, Plant plant, boolean written) {
    this.scenario = scenario;
    this.plant = plant;
    this.trace = new Trace(written);
    this.faults = new Faults(decisions, allowed);
    this.calls =
        new Calls(
            timeline,
            faults,
            trace,
            scenario.platform().slowTable(),
            this::caller,
            this::tookEffect);
    VirtualScheduler scheduler = new VirtualScheduler(timeline, calls);
    this.objects = new MemoryObjectStore(BUCKET, scheduler);
    this.tables = new Tables(scenario, timeline, faults);
    Set<String> stuck = scenario.riches().map(Riches::refused).orElse(Set.of());
    this.profileCalls =
        new TimedProfiles(
            calls,
            tables.profiles(),
            tables::profileIndex,
            faults,
            key -> scenario.refused().contains(key.value()));
    this.linkedCalls =
        new TimedLinked(
            calls,
            tables.linked(),
            tables::linkedIndex,
            faults,
            key -> stuck.contains(key.value()));
    this.queue =
        new Queue(
            timeline,
            faults,
            trace,
            () -> workers().poll(),
            message -> housekeepers().deadLetter(message));
    Functions functions =
        new Functions(
            scenario,
            plant.tasks(new TimedTasks(calls, plant.table(tasks, this)), this),
            plant.objects(new TimedObjects(calls, objects), this),
            plant.profiles(profileCalls, this),
            plant.linked(linkedCalls, this),
            new TimedCustomers(
                calls,
                plant.customers(tables.customers(), this),
                faults,
                key -> scenario.refused().contains(key.value())),
            new TimedSuppressions(calls, tables.suppressions()),
            plant.doorbells(new TimedDoorbells(calls, queue), this),
            scheduler,
            entries::add,
            plant);
    this.workers = new Workers(this, functions::worker);
    this.uploads = new Uploads(this, functions::intake);
    this.others = new Others(this);
    this.housekeepers = new Housekeepers(this, functions::housekeeping);
    this.operators = new Operators(this, functions);
  }

  /** Lets somebody look at the tables after each effect. */
  public void observe(Consumer<PortCall> newObserver) {
    this.observer = newObserver;
  }

  /** Lets people call at moments that they choose, besides those of the scenario. */
  public void admit(People newPeople) {
    this.people = newPeople;
  }

  /** Runs everything to its end, with somebody who keeps house where that is needed. */
  public void run() {
    tables.fill();
    uploads.begin();
    for (long round : scenario.platform().rounds()) {
      housekeepers.round(round, Chance.mix(scenario.seed(), HOUSEKEEPER, round));
    }
    if (!scenario.isLeftAlone()) {
      timeline.at(scenario.platform().faultsEnd() / 2, FAIR, () -> operators.carryOn(ROUNDS));
    }
    timeline.at(scenario.platform().faultsEnd(), FAIR, faults::end);
    timeline.run();
    endedByItself = isSettled() || isPaused();
    faults.end();
    for (int round = 0; round < ROUNDS && !timeline.isOver() && !isAtRest(round); round++) {
      operators.carryOn(round);
      housekeepers.round(LONG, Chance.mix(scenario.seed(), FAIR, round));
      timeline.run();
    }
  }

  /** Whether nothing is left to do: every file has its task, and its end is told. */
  public boolean isSettled() {
    return unfinished().isEmpty() && tasks.unsettled(Optional.empty(), 1).isEmpty();
  }

  /** A retry is asked for after the end, once, and once more. */
  private boolean isAtRest(int round) {
    return isSettled() && (round > 2 || !scenario.retries());
  }

  /**
   * Whether a file was removed before anybody heard of it: then nobody wants it to run, though
   * another one may lie in its place.
   */
  public boolean isWithdrawn(Upload upload) {
    return isRemoved(upload) && tasks.find(upload.task()).isEmpty();
  }

  /** Whether somebody has removed a file so far, whatever lies in its place. */
  public boolean isRemoved(Upload upload) {
    return removedAt(upload) < Long.MAX_VALUE;
  }

  /** When a file was removed; the end of time where it was not. */
  public long removedAt(Upload upload) {
    return uploads.removedAt(upload);
  }

  /** The files whose task has not ended. */
  public List<Upload> unfinished() {
    return uploads.all().stream()
        .filter(upload -> !isWithdrawn(upload))
        .filter(
            upload -> tasks.find(upload.task()).filter(task -> task.state().isTerminal()).isEmpty())
        .toList();
  }

  /** The task of the file at this place of a scenario with imports. */
  public static TaskId importTask(Scenario scenario, int place) {
    return TaskId.derivedFrom(BUCKET, "import", scenario.seed() + "-" + place);
  }

  /** Makes the task of the import at this place of the scenario; answers where its file belongs. */
  String makeImport(int place, ImportSettings settings) {
    TaskId id = importTask(scenario, place);
    String key = "uploads/" + id + "/customers.csv";
    Request request =
        new Request(
            TaskKind.IMPORT,
            scenario.dataset().name(),
            "",
            FileOptions.none(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            new Origin.Sent(),
            Optional.of(settings));
    Slicing slicing =
        Slicing.by(scenario.platform().limits(), Optional.of(scenario.dataset()), TaskKind.IMPORT);
    Instant now = VirtualScheduler.START.plus(timeline.now(), ChronoUnit.MICROS);
    tasks.create(Task.pendingUpload(id, request, key, slicing, now));
    return key;
  }

  /** Lets a process begin, and perhaps its machine fail. */
  void begin(Invocation invocation, Runnable body, Runnable killed) {
    long name = invocation.name();
    if (faults.happens(Mishap.INSTANCE_LOST, name)) {
      long most = Chance.happens(name, 0.5) ? SOON : LATER;
      long at = now() + Chance.below(Chance.mix(name, LATER), most);
      timeline.at(at, Chance.mix(name, SOON), killed);
    }
    timeline.start(strand(invocation, body), timeline.now(), invocation.name());
  }

  Strand strand(Invocation invocation, Runnable body) {
    return new Strand(timeline, invocation, invocation.name(), body);
  }

  private Optional<Strand> caller(PortCall call) {
    return faults.areOver() ? Optional.empty() : people.before(call).flatMap(operators::caller);
  }

  void tell(long name, Supplier<String> what) {
    trace.happened(timeline.now(), name, what);
  }

  private Workers workers() {
    return workers;
  }

  private Housekeepers housekeepers() {
    return housekeepers;
  }

  private boolean isPaused() {
    List<Upload> open = unfinished();
    return !open.isEmpty()
        && open.stream()
            .flatMap(upload -> tasks.find(upload.task()).stream())
            .allMatch(task -> task.state() == TaskState.PAUSED);
  }

  /** Whether nobody has had, or will have, a hand in it. */
  public boolean isLeftAlone() {
    return scenario.isLeftAlone() && !operators.wereCalled();
  }

  /** Whether what people want is left half-way, or may yet be asked for. */
  public boolean dependsOnPeople() {
    return !scenario.isLeftAlone() || operators.haveFailed();
  }

  /** Whether all tasks ended before anybody kept house, but for those that somebody paused. */
  public boolean endedByItself() {
    return endedByItself;
  }

  /** Whether it was stopped, since it would have gone on for ever. */
  public boolean isEndless() {
    return timeline.isOver();
  }

  /** What it was before anything happened. */
  public Scenario scenario() {
    return scenario;
  }

  /** Whether files name profiles by an index. */
  public boolean isByIndex() {
    return scenario.riches().filter(Riches::byIndex).isPresent();
  }

  /** What went wrong. */
  public Faults faults() {
    return faults;
  }

  /** What happened. */
  public Trace trace() {
    return trace;
  }

  /** How processes call. */
  public Calls calls() {
    return calls;
  }

  /** The tasks table. */
  public MemoryTaskStore tasks() {
    return tasks;
  }

  /** The bucket. */
  public MemoryObjectStore objects() {
    return objects;
  }

  /** The profile table. */
  public MemoryProfileStore profiles() {
    return tables.profiles();
  }

  /** All tables that people have. */
  public Tables tables() {
    return tables;
  }

  /** The keys of which some deletion was not acknowledged. */
  public Set<ProfileKey> troubled() {
    return profileCalls.troubled();
  }

  /** The keys of which something linked was not answered, or not treated. */
  public Set<ProfileKey> troubledLinks() {
    return linkedCalls.troubled();
  }

  /** The files that were dropped. */
  public List<Upload> uploads() {
    return uploads.all();
  }

  /** What other writers did. */
  public List<Act> acts() {
    return others.acts();
  }

  /** What somebody asks for in an invocation; empty where it is not a call of the API. */
  public Optional<Asked> asked(Invocation invocation) {
    return operators.asked(invocation);
  }

  /** What people asked for so far. */
  public Collection<Asked> asked() {
    return operators.asked();
  }

  /** What was logged. */
  public List<LogEntry> entries() {
    return List.copyOf(entries);
  }

  /** The bodies of all messages. */
  public List<String> messages() {
    return queue.bodies();
  }

  /** Microseconds since the world began. */
  public long now() {
    return timeline.now();
  }

  Timeline timeline() {
    return timeline;
  }

  Queue queue() {
    return queue;
  }

  Plant plant() {
    return plant;
  }

  private void tookEffect(PortCall call) {
    others.saw(call);
    operators.saw(call);
    if (call == PortCall.JOIN) {
      uploads.sawJoin();
    } else if (call == PortCall.PIN) {
      uploads.sawPin();
    }
    observer.accept(call);
  }
}
