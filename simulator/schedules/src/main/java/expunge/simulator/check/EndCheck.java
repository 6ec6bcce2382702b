package expunge.simulator.check;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.report.ResultKeys;
import expunge.simulator.platform.World;
import expunge.task.Task;
import expunge.task.TaskState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the end of a task of any kind: its report, its counters, its batches, its state. */
final class EndCheck {
  private static final int PAGE = 100;
  private static final List<String> HEADER =
      List.of("line", "identifier", "outcome", "profiles", "reason");

  private final World world;
  private final Task task;
  private final List<Violation> violations;

  EndCheck(World world, Task task, List<Violation> violations) {
    this.world = world;
    this.task = task;
    this.violations = violations;
  }

  /** The lines of the report, without its header. */
  List<Csv.Line> report() {
    Optional<byte[]> report = world.objects().read(ResultKeys.report(task.id()));
    if (report.isEmpty()) {
      expect(false, "P1", "there is no report");
      return List.of();
    }
    List<Csv.Line> lines = Csv.read(new String(report.get(), StandardCharsets.UTF_8));
    expect(lines.getFirst().fields().equals(HEADER), "P1", "the report has another header");
    return lines.subList(1, lines.size());
  }

  /**
   * Compares what the report says with the counters of the task and of its batches.
   *
   * @param counted how many lines have each outcome
   * @param deleted how many profiles were deleted
   */
  void checkCounts(Map<String, Long> counted, long deleted) {
    Balance batches = Balance.EMPTY;
    long profiles = 0;
    for (Batch batch : world.tasks().batches(task.id(), 0, PAGE)) {
      if (batch.commit().isPresent()) {
        batches = batches.plus(batch.commit().get().counts());
        profiles += batch.commit().get().profilesDeleted();
      } else {
        expect(false, "P5", "batch " + batch.number() + " is not final, and its task has ended");
      }
    }
    for (Outcome outcome : Outcome.values()) {
      long lines = counted.getOrDefault(outcome.word(), 0L);
      expect(
          task.balance().count(outcome) == lines, "P1", outcome + " is not what the report says");
      expect(batches.count(outcome) == lines, "P1", outcome + " is not what the batches say");
    }
    expect(
        task.profilesDeleted() == deleted && profiles == deleted,
        "P1",
        "the profiles deleted do not add up");
  }

  /** Compares what the report says with how the task ended. */
  void checkState(Map<String, Long> counted) {
    boolean errors =
        counted.containsKey("invalid")
            || counted.containsKey("ambiguous")
            || counted.containsKey("failed");
    TaskState unless = errors ? TaskState.COMPLETED_WITH_ERRORS : TaskState.COMPLETED;
    boolean cancelled = counted.containsKey("cancelled") || task.state() == TaskState.CANCELLED;
    expect(!cancelled || !world.isLeftAlone(), "P5", "nobody has cancelled it");
    TaskState expected = cancelled ? TaskState.CANCELLED : unless;
    expect(task.state() == expected, "P5", "it ended as " + task.state());
  }

  private void expect(boolean holds, String promise, String otherwise) {
    if (!holds) {
      violations.add(new Violation(promise, otherwise));
    }
  }
}
