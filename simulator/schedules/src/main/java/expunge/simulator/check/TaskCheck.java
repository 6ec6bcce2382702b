package expunge.simulator.check;

import expunge.simulator.platform.Upload;
import expunge.simulator.platform.World;
import expunge.task.Task;
import expunge.task.TaskState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges one task that has ended: its balance, its batches, its report row by row. */
final class TaskCheck {
  /** After which an intake that always dies may give up. */
  static final int MOST_INTAKES = 5;

  private static final int PAGE = 100;

  private final World world;
  private final Watch watch;
  private final Upload upload;
  private final Task task;
  private final List<Violation> violations;
  private final EndCheck end;
  private final List<Verdict> verdicts = new ArrayList<>();
  private long deleted;

  TaskCheck(World world, Watch watch, Upload upload, Task task, List<Violation> violations) {
    this.world = world;
    this.watch = watch;
    this.upload = upload;
    this.task = task;
    this.violations = violations;
    this.end = new EndCheck(world, task, violations);
  }

  /** Judges, and answers what the task says of the keys that it lists. */
  List<Verdict> check() {
    Optional<Truth> truth = Truth.of(upload.content());
    boolean dry = world.scenario().dryRun();
    expect(task.request().dryRun() == dry, "P3", "a task does not know whether its run is dry");
    if (task.state() == TaskState.REJECTED) {
      boolean tired = task.intakeAttempts() > MOST_INTAKES;
      expect(truth.isEmpty() || tired, "P9", "an acceptable file was rejected");
      expect(tired || BadByte.of(upload.content()).isNamedBy(task), "P9", "it is wrong elsewhere");
      expect(world.tasks().batches(task.id(), 0, 1).isEmpty(), "P9", "a rejected file has batches");
    } else if (task.state() == TaskState.CANCELLED && task.accepted().isEmpty()) {
      expect(world.tasks().batches(task.id(), 0, 1).isEmpty(), "P5", "batches without an end");
      expect(task.balance().rows() == 0, "P1", "rows were counted that nobody has read");
    } else if (truth.isEmpty()) {
      expect(false, "P9", "a file that nobody can read was accepted");
    } else {
      checkEnd(truth.get());
    }
    return verdicts;
  }

  private void checkEnd(Truth truth) {
    List<Csv.Line> lines = end.report();
    expect(lines.size() == truth.rows().size(), "P1", lines.size() + " lines in the report");
    expect(task.balance().rows() == truth.rows().size(), "P1", "the balance does not add up");
    Map<String, Long> counted = new HashMap<>();
    for (int i = 0; i < Math.min(lines.size(), truth.rows().size()); i++) {
      checkLine(lines.get(i).fields(), truth.rows().get(i), counted);
    }
    end.checkCounts(counted, deleted);
    end.checkState(counted);
  }

  private void checkLine(List<String> line, Truth.Row row, Map<String, Long> counted) {
    String outcome = line.get(2);
    counted.merge(outcome, 1L, Long::sum);
    String where = "line " + row.line() + " (" + row.value() + ")";
    boolean same = line.get(0).equals("" + row.line()) && line.get(1).equals(row.value());
    expect(same, "P1", where + " is line " + line.get(0) + " (" + line.get(1) + ") in the report");
    int profiles = Integer.parseInt(line.get(3));
    deleted += profiles;
    boolean several = world.scenario().riches().isPresent() && row.asksForDeletion();
    boolean one = several || profiles == (outcome.equals("deleted") ? 1 : 0);
    expect(one, "P1", where + " counts " + profiles + " profiles as " + outcome);
    if (!row.valid()) {
      expect(outcome.equals("invalid"), "P1", where + " is invalid and " + outcome);
    } else if (row.firstLine() > 0) {
      expect(outcome.equals("duplicate"), "P1", where + " is a duplicate and " + outcome);
      boolean names = line.get(4).endsWith(" " + row.firstLine());
      expect(names, "P1", where + " does not name its first line");
    } else {
      String meant = world.scenario().dryRun() && outcome.equals("deleted") ? "found" : outcome;
      verdicts.add(verdict(row, meant, profiles));
    }
  }

  /** Of a row, with how the batch that holds its line became final. */
  private Verdict verdict(Truth.Row row, String outcome, int profiles) {
    int batch = BatchWatch.of(row.line(), world.tasks().batches(task.id(), 0, PAGE));
    Optional<BatchWatch.Final> end = watch.batches().end(task.id(), batch);
    long begun = watch.batches().begun(new BatchWatch.BatchName(task.id(), batch));
    return new Verdict(
        task.id(),
        batch,
        row.value(),
        outcome,
        profiles,
        upload.at(),
        Math.max(upload.at(), begun),
        end.map(BatchWatch.Final::at).orElse(world.now()),
        end.map(BatchWatch.Final::settled).orElse(false));
  }

  private void expect(boolean holds, String promise, String otherwise) {
    if (!holds) {
      violations.add(new Violation(promise, otherwise));
    }
  }
}
