package expunge.simulator.check;

import expunge.batch.Batch;
import expunge.dataset.Matches;
import expunge.item.Value;
import expunge.simulator.check.BatchWatch.BatchName;
import expunge.simulator.platform.Change;
import expunge.simulator.platform.Upload;
import expunge.simulator.platform.World;
import expunge.simulator.process.Invocation;
import expunge.simulator.scenario.Riches;
import expunge.task.TaskId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at each change of a rich world's tables at the moment when it happens: a task touches
 * nobody whom the row of a planned batch does not mean, and makes of records what their rules say.
 */
final class RichWatch {
  private static final int PAGE = 100;

  private final World world;
  private final BatchWatch batches;
  private final List<Violation> violations;
  private final RichRules rules;
  private final ProfileHistory profiles;
  private final LinkedHistory records;
  private final ListCheck list;
  private final int most;
  private final Map<TaskId, Map<String, Integer>> asked = new HashMap<>();
  private final Map<RowName, Set<String>> touched = new HashMap<>();
  private int seen;

  RichWatch(World world, Riches riches, BatchWatch batches, List<Violation> violations) {
    this.world = world;
    this.batches = batches;
    this.violations = violations;
    this.rules = new RichRules(world.scenario(), riches);
    String key = world.scenario().dataset().key().attribute();
    this.profiles = new ProfileHistory(rules, riches, key);
    this.records = new LinkedHistory(rules, world.scenario().dataset().linked(), riches.records());
    this.list = new ListCheck(world, riches, violations);
    this.most = most(riches);
  }

  private record RowName(TaskId task, String identifier) {}

  /** How many profiles a row may take. */
  static int most(Riches riches) {
    return riches.identifier().index().isPresent()
            && riches.identifier().index().get().matches() instanceof Matches.All all
        ? all.limit()
        : 1;
  }

  ListCheck list() {
    return list;
  }

  RichRules rules() {
    return rules;
  }

  ProfileHistory profiles() {
    return profiles;
  }

  LinkedHistory records() {
    return records;
  }

  /** The profiles of which a task touched anything for the sake of this row alone. */
  Set<String> touched(TaskId task, String identifier) {
    return touched.getOrDefault(new RowName(task, identifier), Set.of());
  }

  /**
   * Whether some call for a profile that a row's batch asks for was not answered: where nothing
   * gets on, others are given up with it.
   */
  boolean hadTrouble(Verdict row) {
    BatchName batch = new BatchName(row.task(), row.batch());
    return Stream.concat(world.troubled().stream(), world.troubledLinks().stream())
        .flatMap(key -> profiles.freeAs(key.value(), row.begun(), row.until()).stream())
        .anyMatch(identifier -> isAskedFor(batch, identifier));
  }

  /** Takes up what has happened since it looked last. */
  void look() {
    List<Change> changes = world.tables().changes();
    while (seen < changes.size()) {
      Change change = changes.get(seen++);
      if (change.by().isPresent()) {
        look(change, change.by().get(), changes);
      } else {
        note(change, Optional.empty());
      }
    }
  }

  private void look(Change change, Invocation by, List<Change> changes) {
    Optional<BatchName> batch = batches.heldBy(by);
    if (batch.isEmpty() || change.before().isEmpty()) {
      violate("P3", "something was written for no batch");
      note(change, Optional.empty());
      return;
    }
    Map<String, Value> before = change.before().get();
    expect(!world.scenario().dryRun(), "P3", "a dry run has touched something");
    expect(isUnderWay(batch.get()), "P3", "something was touched without a plan, or after the end");
    Optional<TaskId> task = Optional.of(batch.get().task());
    if (!rules.isLinked(change.table())) {
      checkProfile(change, before, batch.get());
      note(change, task);
    } else if (rules.moves(change.table(), before) && seen < changes.size()) {
      Change moved = changes.get(seen++);
      boolean together = moved.by().equals(change.by()) && moved.before().isEmpty();
      expect(together, "P2", "a record was moved, and not in one step");
      checkRecord(change.table(), before, moved.after(), batch.get());
      note(change, task);
      note(moved, task);
    } else {
      checkRecord(change.table(), before, change.after(), batch.get());
      note(change, task);
    }
  }

  private void note(Change change, Optional<TaskId> task) {
    if (rules.isLinked(change.table())) {
      records.changed(change.at(), change.table(), change.before(), change.after());
    } else {
      String key = profiles.key(change.before().or(change::after).orElseThrow());
      profiles.changed(change.at(), key, change.after(), task);
    }
  }

  private boolean isUnderWay(BatchName name) {
    return world
        .tasks()
        .batch(name.task(), name.number())
        .filter(batch -> batch.plan().isPresent() && !batch.isFinal())
        .isPresent();
  }

  private void checkProfile(Change change, Map<String, Value> before, BatchName batch) {
    String key = profiles.key(before);
    String identifier = rules.identifier(before);
    long begun = batches.begun(batch);
    expect(isAskedFor(batch, identifier), "P3", key + " was touched, and no row means it");
    expect(!RichRules.isHeld(before), "P3", key + " was protected, and touched");
    expect(rules.isErased(before, change.after()), "P3", key + " lost something else");
    boolean first = !records.hasOpen(key, begun, begun);
    expect(first, "P2", key + " was deleted before what is linked to it");
    if (change.after().isEmpty()) {
      list.deleted(before);
    }
    count(new RowName(batch.task(), identifier), key);
  }

  private void checkRecord(
      String table,
      Map<String, Value> before,
      Optional<Map<String, Value>> after,
      BatchName batch) {
    Optional<String> owner = rules.owner(table, before);
    if (owner.isEmpty()) {
      violate("P3", "a record that belongs to nobody was touched");
      return;
    }
    List<String> meant =
        profiles.freeAs(owner.get(), batches.begun(batch), world.now()).stream()
            .filter(identifier -> isAskedFor(batch, identifier))
            .distinct()
            .toList();
    expect(
        !meant.isEmpty(), "P3", "a record of " + owner.get() + " was touched, whom no row means");
    boolean right = rules.isTreated(table, before, after);
    expect(right, "P2", "a record of " + owner.get() + " in " + table + " became something else");
    if (meant.size() == 1) {
      count(new RowName(batch.task(), meant.getFirst()), owner.get());
    }
  }

  private void count(RowName row, String key) {
    Set<String> keys = touched.computeIfAbsent(row, _ -> new HashSet<>());
    boolean more = keys.add(key) && keys.size() > most;
    expect(!more, "P3", "one row has touched " + keys.size() + " profiles");
  }

  private boolean isAskedFor(BatchName batch, String identifier) {
    Integer number = asked.computeIfAbsent(batch.task(), this::batchOfEach).get(identifier);
    return number != null && number == batch.number();
  }

  /** The batch of each identifier that a task's file asks for. */
  private Map<String, Integer> batchOfEach(TaskId task) {
    Map<String, Integer> numbers = new HashMap<>();
    List<Batch> all = world.tasks().batches(task, 0, PAGE);
    for (Upload upload : world.uploads()) {
      if (upload.task().equals(task)) {
        Truth.of(upload.content()).map(Truth::rows).orElse(List.of()).stream()
            .filter(Truth.Row::asksForDeletion)
            .forEach(row -> numbers.put(row.value(), BatchWatch.of(row.line(), all)));
      }
    }
    return numbers;
  }

  private void expect(boolean holds, String promise, String otherwise) {
    if (!holds) {
      violate(promise, otherwise);
    }
  }

  private void violate(String promise, String what) {
    violations.add(new Violation(promise, what));
  }
}
