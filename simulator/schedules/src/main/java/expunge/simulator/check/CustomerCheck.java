package expunge.simulator.check;

import expunge.batch.Batch;
import expunge.simulator.check.BatchWatch.BatchName;
import expunge.simulator.check.CustomerWrites.Lines;
import expunge.simulator.check.CustomerWrites.RowName;
import expunge.simulator.platform.World;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskQuery;
import expunge.task.TaskState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges the imports of a world that has come to its end. */
final class CustomerCheck {
  private static final int PAGE = 100;

  private final World world;
  private final Watch watch;
  private final List<Violation> violations;
  private final Map<String, Lines> tasks = new HashMap<>();
  private final Map<TaskId, CustomerTruth> truths = new HashMap<>();
  private final CustomerWrites writes;

  CustomerCheck(World world, Watch watch, List<Violation> violations) {
    this.world = world;
    this.watch = watch;
    this.violations = violations;
    for (int i = 0; i < world.scenario().files().size(); i++) {
      read(i);
    }
    this.writes = new CustomerWrites(world, tasks, this::begun, violations);
  }

  private void read(int place) {
    TaskId task = World.importTask(world.scenario(), place);
    Optional<String> segment =
        world.scenario().importing().orElseThrow().settings().get(place).segment();
    CustomerTruth.of(world.scenario().files().get(place))
        .ifPresent(
            truth -> {
              Map<Integer, CustomerTruth.Row> rows = new HashMap<>();
              truth.rows().forEach(row -> rows.put(row.line(), row));
              tasks.put(task.value(), new Lines(rows, segment));
              truths.put(task, truth);
            });
  }

  void check() {
    writes.check();
    Past past = new Past(world);
    Set<TaskId> expected = new HashSet<>();
    for (int place = 0; place < world.scenario().files().size(); place++) {
      TaskId id = World.importTask(world.scenario(), place);
      expected.add(id);
      world
          .tasks()
          .find(id)
          .filter(task -> task.state().isTerminal())
          .ifPresent(task -> check(task, past));
    }
    Set<TaskId> found = new HashSet<>();
    world
        .tasks()
        .list(TaskQuery.all(TaskQuery.LARGEST_PAGE))
        .tasks()
        .forEach(task -> found.add(task.id()));
    expect(found.equals(expected), "P5", found.size() + " tasks for " + expected.size() + " files");
  }

  private void check(Task task, Past past) {
    Optional<CustomerTruth> truth = Optional.ofNullable(truths.get(task.id()));
    boolean fresh = world.tasks().batches(task.id(), 0, 1).isEmpty();
    if (task.state() == TaskState.REJECTED) {
      boolean tired = task.intakeAttempts() > TaskCheck.MOST_INTAKES;
      expect(truth.isEmpty() || tired, "P9", "an acceptable file was rejected");
      expect(fresh, "P9", "a rejected file has batches");
      expect(!isInFeed(task), "P9", "something of a rejected file was imported");
    } else if (task.state() == TaskState.CANCELLED && task.accepted().isEmpty()) {
      expect(fresh, "P5", "batches without an end");
      expect(!isInFeed(task), "P5", "something of a file was imported that nobody has read");
      expect(task.balance().rows() == 0, "P1", "rows were counted that nobody has read");
    } else if (truth.isEmpty()) {
      expect(false, "P9", "a file that nobody can import was accepted");
    } else {
      checkEnd(task, truth.get(), past);
    }
  }

  /** Whether anything of it was ever written. */
  private boolean isInFeed(Task task) {
    String feed = writes.ledger().feedTable();
    return world.tables().changes().stream()
        .filter(change -> change.table().equals(feed))
        .flatMap(change -> change.after().stream())
        .anyMatch(item -> Items.text(item, "taskId").equals(task.id().value()));
  }

  private void checkEnd(Task task, CustomerTruth truth, Past past) {
    EndCheck end = new EndCheck(world, task, violations);
    List<Csv.Line> lines = end.report();
    int rows = truth.rows().size();
    expect(lines.size() == rows, "P1", lines.size() + " lines in the report");
    expect(task.balance().rows() == rows, "P1", "the balance does not add up");
    Map<String, Long> counted = new HashMap<>();
    for (int i = 0; i < Math.min(lines.size(), rows); i++) {
      CustomerTruth.Row row = truth.rows().get(i);
      counted.merge(lines.get(i).fields().get(2), 1L, Long::sum);
      Lines file = tasks.getOrDefault(task.id().value(), Lines.NONE);
      int batch = BatchWatch.of(row.line(), world.tasks().batches(task.id(), 0, PAGE));
      new CustomerRowCheck(
              world,
              writes,
              past,
              new RowName(task.id().value(), row.line()),
              row,
              file.segment(row),
              watch.batches().begun(new BatchName(task.id(), batch)),
              watch.batches().end(task.id(), batch),
              violations)
          .check(lines.get(i).fields());
    }
    end.checkCounts(counted, 0);
    end.checkState(counted);
  }

  private long begun(RowName row) {
    TaskId task = new TaskId(row.task());
    List<Batch> batches = world.tasks().batches(task, 0, PAGE);
    return watch.batches().begun(new BatchName(task, BatchWatch.of(row.line(), batches)));
  }

  private void expect(boolean holds, String promise, String otherwise) {
    if (!holds) {
      violations.add(new Violation(promise, otherwise));
    }
  }
}
