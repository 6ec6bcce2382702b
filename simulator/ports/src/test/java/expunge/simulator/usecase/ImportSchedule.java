package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.imports.CustomerStore;
import expunge.imports.ImportPorts;
import expunge.intake.ArrivedFile;
import expunge.item.Value;
import expunge.object.ObjectStore;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.run.ExpungeException;
import expunge.simulator.Market;
import expunge.simulator.MemorySystem;
import expunge.suppression.SuppressionList;
import expunge.task.Doorbell;
import expunge.task.Doorbells;
import expunge.task.ImportSettings;
import expunge.task.Task;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import expunge.work.Answer;
import expunge.work.Worker;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;

/** One import, and what a seed lets happen before, at and after each call that it makes. */
final class ImportSchedule {
  static final String SEGMENT = "fair";

  private static final int PEOPLE = 12;
  private static final int STEPS = 40;
  private static final int CALM_ROUNDS = 60;
  private static final Duration VISIBILITY = Duration.ofMinutes(12);

  /** What happens around an import. */
  enum Event {
    DEATH,
    LOST_ANSWER,
    THROTTLED,
    SLOW,
    LATE_WORKER,
    LOST_BELLS,
    REPEATED_BELLS,
    LOST_EVENT,
    PAUSED,
    RESUMED,
    CANCELLED,
    DELETED,
    CHANGED,
    DISABLED
  }

  /**
   * Somebody has put their own name into a profile.
   *
   * @param lines which the feed had then
   */
  record Change(String name, Optional<Value> lines) {}

  final MemorySystem system;
  final List<String> rows = new ArrayList<>();
  final Map<String, Change> changes = new HashMap<>();
  final List<Map<String, Value>> membersAtTheEnd = new ArrayList<>();
  final ArrivedFile file;
  boolean isDisabled;

  private final Random random;
  private final CustomerStore customers;
  private final Map<Event, Integer> happened = new EnumMap<>(Event.class);
  private int depth;
  private boolean isCalm;
  private long done;
  private int deletions;

  ImportSchedule(int seed) {
    this(seed, (_, customers) -> customers);
  }

  /** With a store of customers that does something else. */
  ImportSchedule(int seed, BiFunction<MemorySystem, CustomerStore, CustomerStore> planted) {
    random = new Random(seed);
    system = new MemorySystem(Market.dataset(), 1 + random.nextInt(6));
    for (int person = 0; person < PEOPLE; person++) {
      if (random.nextInt(3) == 0) {
        Map<String, String> known = new HashMap<>(Map.of("email", email(person)));
        if (random.nextBoolean()) {
          known.put("phone", phone(person));
        }
        Imported.profile(system, "c" + person, known);
      }
    }
    customers = planted.apply(system, system.customers);
    rows.add("z@x.com,999,n" + seed); // or a column might be empty
    for (int i = 1 + random.nextInt(20); i > 0; i--) {
      rows.add(row(seed));
    }
    ImportSettings settings =
        new ImportSettings(
            Optional.empty(), Optional.empty(), Optional.of(SEGMENT), Optional.empty());
    file = system.upload("email,phone,name\n" + String.join("\n", rows) + "\n", settings);
  }

  private static String email(int person) {
    return "p" + person + "@x.com";
  }

  private static String phone(int person) {
    return "9" + person;
  }

  private String row(int seed) {
    int person = random.nextInt(PEOPLE);
    int other = random.nextInt(12) == 0 ? random.nextInt(PEOPLE) : person;
    return switch (random.nextInt(8)) {
      case 0 -> ",,n" + seed;
      case 1 -> "," + phone(person) + ",n" + seed;
      case 2, 3 -> email(person) + "," + phone(other) + ",n" + seed;
      default -> email(person) + ",,n" + seed;
    };
  }

  Map<Event, Integer> happened() {
    return happened;
  }

  Task task() {
    return system.uploaded(file);
  }

  private boolean happens(int oneIn, Event event) {
    boolean does = !isCalm && random.nextInt(oneIn) == 0;
    if (does) {
      happened.merge(event, 1, Integer::sum);
    }
    return does;
  }

  void run() {
    if (!happens(10, Event.LOST_EVENT)) {
      system.intake().fileArrived(file);
    }
    for (int step = 0; step < STEPS && !task().state().isTerminal(); step++) {
      step();
    }
    isCalm = true;
    for (int round = 0; round < CALM_ROUNDS && !task().state().isTerminal(); round++) {
      calmRound();
    }
    assertThat(task().state().isTerminal()).as("it has ended").isTrue();
  }

  private void step() {
    if (happens(10, Event.LOST_BELLS)) {
      system.importBells.takeDue(system.scheduler.now().plus(Duration.ofDays(1)));
    }
    if (happens(6, Event.REPEATED_BELLS)) {
      List.copyOf(system.importBells.queued())
          .forEach(queued -> system.importBells.ring(List.of(queued.bell()), Duration.ZERO));
    }
    if (random.nextInt(4) == 0) {
      system.scheduler.advance(Duration.ofMinutes(20));
      system.housekeeping().round(system.deadline());
    }
    answerOne();
  }

  /** Nothing goes wrong any more, and what was paused is resumed. */
  private void calmRound() {
    if (task().state() == TaskState.PAUSED) {
      system.control().resume(task().id());
    }
    system.answerImports(system.importWorker());
    system.scheduler.advance(Duration.ofMinutes(20));
    system.housekeeping().round(system.deadline());
  }

  private void answerOne() {
    if (system.importBells.queued().isEmpty()) {
      return;
    }
    system.scheduler.waitUntil(system.importBells.queued().getFirst().due());
    List<Doorbell> due = system.importBells.takeDue(system.scheduler.now());
    system.importBells.ring(due.subList(1, Math.min(due.size(), 11)), Duration.ZERO);
    Doorbell bell = due.getFirst();
    try {
      if (worker().answer(bell, system.deadline()) == Answer.FAULT) {
        comesBack(bell);
      }
    } catch (Crashing.Death death) {
      system.importBells.ring(List.of(bell), VISIBILITY);
    }
    assertThat(task().balance().rows()).as("progress").isGreaterThanOrEqualTo(done);
    done = task().balance().rows();
  }

  private void comesBack(Doorbell bell) {
    if (random.nextInt(4) == 0) {
      system.deadLetters().answer(bell, system.deadline());
    } else {
      system.importBells.ring(List.of(bell), VISIBILITY);
    }
  }

  private Worker worker() {
    return system.importWorker(
        port(TaskStore.class, system.tasks),
        port(ObjectStore.class, system.objects),
        port(Doorbells.class, system.importBells),
        new ImportPorts(
            port(ProfileStore.class, system.profiles),
            port(CustomerStore.class, customers),
            port(SuppressionList.class, system.suppressions),
            () -> MemorySystem.KEY),
        WorkerRules.STANDARD);
  }

  private <T> T port(Class<T> type, T port) {
    return Meddling.with(
        type,
        port,
        (_, real) -> {
          before();
          Object answer = real.make();
          after();
          return answer;
        });
  }

  private void before() {
    if (happens(120, Event.DEATH)) {
      throw new Crashing.Death();
    }
    if (happens(60, Event.THROTTLED)) {
      throw new ExpungeException.Retryable("throttled", null);
    }
    if (happens(80, Event.SLOW)) {
      system.scheduler.advance(Duration.ofSeconds(random.nextInt(100)));
    }
    meanwhile();
  }

  private void after() {
    if (happens(120, Event.DEATH)) {
      throw new Crashing.Death();
    }
    if (happens(60, Event.LOST_ANSWER)) {
      throw new ExpungeException.Retryable("the answer is lost", null);
    }
  }

  /** What others do between two calls of a worker, or in the middle of one. */
  private void meanwhile() {
    if (depth > 1) {
      return;
    }
    depth++;
    if (happens(50, Event.LATE_WORKER)) {
      system.scheduler.advance(Duration.ofMinutes(random.nextInt(30)));
      answerOne();
    }
    if (happens(40, Event.DELETED)) {
      somebodyIsDeleted();
    }
    if (happens(40, Event.CHANGED)) {
      somebodyIsChanged();
    }
    if (!isDisabled && happens(150, Event.DISABLED)) {
      isDisabled = system.segments.find(system.dataset, SEGMENT).isPresent();
      if (isDisabled) {
        Imports.deleteSegment(system, SEGMENT);
        membersAtTheEnd.addAll(system.tables.all(Market.MEMBERSHIPS));
      }
    }
    control();
    depth--;
  }

  private void control() {
    if (happens(100, Event.PAUSED)) {
      system.control().pause(task().id());
    }
    if (happens(60, Event.RESUMED)) {
      system.control().resume(task().id());
    }
    if (happens(1_000, Event.CANCELLED)) {
      system.control().cancel(task().id());
    }
  }

  private Optional<String> somebody() {
    List<Map<String, Value>> there = system.tables.all(Market.PROFILES);
    return there.isEmpty()
        ? Optional.empty()
        : there.get(random.nextInt(there.size())).get("id") instanceof Value.Text(String key)
            ? Optional.of(key)
            : Optional.empty();
  }

  private Map<String, Value> profile(String key) {
    return system.tables.find(Market.PROFILES, Map.of("id", new Value.Text(key))).orElseThrow();
  }

  private void somebodyIsDeleted() {
    somebody()
        .ifPresent(
            key -> {
              deletions++;
              system.run("gone-" + deletions + ".csv", "id\n" + key + "\n");
            });
  }

  private void somebodyIsChanged() {
    somebody()
        .ifPresent(
            key -> {
              Map<String, Value> changed = new HashMap<>(profile(key));
              String name = "theirs" + random.nextInt(1_000_000);
              changed.put("name", new Value.Text(name));
              changed.remove("id");
              system.profiles.put(system.dataset, new ProfileKey(key), changed);
              changes.put(key, new Change(name, lines(key)));
            });
  }

  /** The lines of this import in somebody's feed. */
  Optional<Value> lines(String key) {
    return system.tables.all(Market.ACTIVITIES).stream()
        .filter(item -> new Value.Text(key).equals(item.get("customer")))
        .filter(item -> new Value.Text(task().id().value()).equals(item.get("taskId")))
        .flatMap(item -> Optional.ofNullable(item.get("lines")).stream())
        .findFirst();
  }
}
