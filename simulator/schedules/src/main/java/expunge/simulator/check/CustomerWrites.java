package expunge.simulator.check;

import expunge.dataset.Dataset;
import expunge.item.Value;
import expunge.simulator.Market;
import expunge.simulator.platform.Change;
import expunge.simulator.platform.Tables;
import expunge.simulator.platform.World;
import expunge.simulator.process.Invocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Judges every change of people's tables by an import, in the order in which they happened: whether
 * a row of its file asks for it, and whether that row might be written then.
 */
final class CustomerWrites {
  private final World world;
  private final Map<String, Lines> tasks;
  private final ToLongFunction<RowName> begun;
  private final List<Violation> violations;
  private final Dataset dataset;
  private final Ledger ledger;
  private final Map<RowName, Written> written = new HashMap<>();
  private final Map<String, Origin> origins = new HashMap<>();

  /**
   * For one world that has come to its end.
   *
   * @param tasks what the file of each task says
   * @param begun when the attempt began that planned the batch of a row
   */
  CustomerWrites(
      World world,
      Map<String, Lines> tasks,
      ToLongFunction<RowName> begun,
      List<Violation> violations) {
    this.world = world;
    this.tasks = tasks;
    this.begun = begun;
    this.violations = violations;
    this.dataset = world.scenario().dataset();
    this.ledger = new Ledger(world);
  }

  /** A line of a task's file. */
  record RowName(String task, int line) {}

  /**
   * The rows of a file by their lines.
   *
   * @param segment which they join, unless they say another one
   */
  record Lines(Map<Integer, CustomerTruth.Row> rows, Optional<String> segment) {
    /** Of no file that is known. */
    static final Lines NONE = new Lines(Map.of(), Optional.empty());

    Optional<String> segment(CustomerTruth.Row row) {
      return row.segment().or(() -> segment);
    }
  }

  /**
   * How often a row was written, and forgotten by somebody who removed its feed.
   *
   * @param first when it was written first
   */
  record Written(int times, int removed, long first) {
    static final Written NEVER = new Written(0, 0, Long.MAX_VALUE);
  }

  /** When an import made a profile, and of which identifier. */
  private record Origin(Map.Entry<String, String> identifier, long at) {}

  /** What came of a row. */
  Written of(RowName row) {
    return written.getOrDefault(row, Written.NEVER);
  }

  /** What is known when all is over. */
  Ledger ledger() {
    return ledger;
  }

  /** Judges all changes. */
  void check() {
    List<Change> changes = world.tables().changes();
    for (int from = 0; from < changes.size(); ) {
      int to = from + 1;
      while (to < changes.size() && isSameCall(changes.get(from), changes.get(to))) {
        to++;
      }
      List<Change> call = changes.subList(from, to);
      call.getFirst()
          .by()
          .ifPresentOrElse(by -> checkCall(by, call), () -> forget(call.getFirst()));
      call.forEach(ledger::goOn);
      from = to;
    }
  }

  /** Several at one moment are taken for one, but for those that open segments. */
  private boolean isSameCall(Change one, Change other) {
    return one.by().isPresent()
        && one.by().equals(other.by())
        && one.at() == other.at()
        && isOfSegment(one) == isOfSegment(other);
  }

  private boolean isOfSegment(Change change) {
    return change.table().equals(dataset.declaredSegments().table());
  }

  /** Others remove feeds. */
  private void forget(Change change) {
    if (change.table().equals(ledger.feedTable()) && change.after().isEmpty()) {
      String task = Items.text(change.before().orElseThrow(), "taskId");
      for (int line : Items.lines(change.before())) {
        written.computeIfPresent(
            new RowName(task, line),
            (_, was) -> new Written(was.times, was.removed + 1, was.first));
      }
    }
  }

  /** What one call, or several at one moment, made of each profile. */
  private void checkCall(Invocation by, List<Change> call) {
    expect(by.label().startsWith("worker"), "P3", by.label() + " writes to people's tables");
    Map<String, Made> all = new TreeMap<>();
    for (Change change : call) {
      Map<String, Value> item = change.after().or(change::before).orElseThrow();
      if (change.table().equals(dataset.table())) {
        made(all, Items.text(item, dataset.key().attribute())).after = change.after();
        expect(change.after().isPresent(), "P3", "an import deletes a profile");
      } else if (change.table().equals(ledger.feedTable())) {
        noteLines(made(all, Items.text(item, "customer")), change);
      } else if (change.table().equals(ledger.membersTable())) {
        made(all, Items.text(item, "customer")).segments.add(Items.text(item, "segmentId"));
      } else {
        boolean opens = change.before().isEmpty() && !Items.isMarked(item, "disabled");
        boolean isSegment = change.table().equals(dataset.declaredSegments().table());
        expect(isSegment && opens, "P3", "an import changes " + change.table());
      }
    }
    all.forEach((key, made) -> check(key, made, call.getFirst().at()));
  }

  private Made made(Map<String, Made> all, String key) {
    return all.computeIfAbsent(key, _ -> new Made(ledger.profile(key)));
  }

  private static void noteLines(Made made, Change change) {
    String task = Items.text(change.after().or(change::before).orElseThrow(), "taskId");
    Set<Integer> lines = new HashSet<>(Items.lines(change.after()));
    lines.removeAll(Items.lines(change.before()));
    lines.forEach(line -> made.rows.add(new RowName(task, line)));
  }

  /** What became of one profile. */
  private static final class Made {
    private final List<RowName> rows = new ArrayList<>();
    private final Set<String> segments = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private Optional<Map<String, Value>> after;

    Made(Optional<Map<String, Value>> before) {
      this.after = before;
    }
  }

  private void check(String key, Made made, long at) {
    if (made.rows.isEmpty()) {
      expect(false, "P4", "a profile is written, and no line of a file that was not yet");
      return;
    }
    Optional<Map<String, Value>> state = ledger.profile(key);
    for (RowName name : made.rows) {
      Written was = of(name);
      written.put(name, new Written(was.times + 1, was.removed, Math.min(was.first, at)));
      expect(was.times <= was.removed, "P4", "line " + name.line + " is written twice");
      Lines file = tasks.getOrDefault(name.task, Lines.NONE);
      Optional<CustomerTruth.Row> row = Optional.ofNullable(file.rows.get(name.line));
      if (row.filter(CustomerTruth.Row::asksForProfile).isEmpty()) {
        expect(false, "P3", "line " + name.line + " asks for no profile, and is written");
        return;
      }
      check(key, state, name, row.get());
      checkAlone(key, state.isEmpty(), name, row.get());
      if (state.isEmpty() && row.get().givenKey().isEmpty()) {
        row.get().leading().ifPresent(one -> origins.put(key, new Origin(one, at)));
      }
      state = Optional.of(Items.written(state.orElse(Map.of()), key, row.get()));
      Optional<String> segment = file.segment(row.get());
      segment.ifPresent(joined -> checkJoins(key, joined, made));
    }
    expect(made.after.equals(state), "P3", "a profile is not what its rows make of it");
    expect(made.asked.containsAll(made.segments), "P3", "somebody joins what no row names");
  }

  private void checkJoins(String key, String segment, Made made) {
    expect(ledger.takes(segment), "S3", "a row is written that joins what nobody may join");
    boolean joins = made.segments.contains(segment) || ledger.isMember(key, segment);
    expect(joins, "P4", "a row is written, and does not join its segment");
    made.asked.add(segment);
  }

  private void check(
      String key, Optional<Map<String, Value>> before, RowName name, CustomerTruth.Row row) {
    boolean isGiven = row.givenKey().map(key::equals).orElse(true);
    boolean isMeant = before.map(item -> Items.has(item, row)).orElse(true);
    String where = "line " + name.line;
    expect(isGiven && isMeant, "P3", where + " is written into a profile that it does not mean");
    boolean held = before.filter(item -> Items.isMarked(item, Market.HOLD)).isPresent();
    expect(!held, "P3", where + " is written into a protected profile");
    boolean listed =
        row.identifiers().entrySet().stream()
            .anyMatch(one -> ledger.isListed(one.getKey(), one.getValue()));
    expect(!listed, "P3", where + " brings somebody back who was deleted");
    boolean anew = before.isEmpty() && ledger.isListed("id", key);
    expect(!anew, "P3", where + " makes somebody again who was deleted");
  }

  /**
   * Whoever had an identifier before the batch was looked up would have been found by it, and what
   * is made of the same identifier is the same profile.
   */
  private void checkAlone(String key, boolean isNew, RowName name, CustomerTruth.Row row) {
    long known = begun.applyAsLong(name) - Tables.LAG;
    Optional<Map.Entry<String, String>> leading =
        row.leading().filter(_ -> isNew && row.givenKey().isEmpty());
    for (Map.Entry<String, String> identifier : row.identifiers().entrySet()) {
      boolean alone =
          ledger.owners(identifier).entrySet().stream()
              .filter(owner -> !owner.getKey().equals(key))
              .allMatch(
                  owner ->
                      owner.getValue() >= known
                          && !(leading.equals(Optional.of(identifier))
                              && isMadeOf(owner, identifier)));
      expect(alone, "P4", "line " + name.line + " makes two profiles of one person");
    }
  }

  /** Whether an import made the owner of an identifier, of that, and it has it ever since. */
  private boolean isMadeOf(Map.Entry<String, Long> owner, Map.Entry<String, String> identifier) {
    Optional<Origin> origin = Optional.ofNullable(origins.get(owner.getKey()));
    return origin.equals(Optional.of(new Origin(identifier, owner.getValue())));
  }

  private void expect(boolean holds, String promise, String otherwise) {
    if (!holds) {
      violations.add(new Violation(promise, otherwise));
    }
  }
}
