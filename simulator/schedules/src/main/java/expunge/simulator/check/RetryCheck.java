package expunge.simulator.check;

import expunge.dataset.Matches;
import expunge.report.ResultKeys;
import expunge.simulator.platform.Upload;
import expunge.simulator.platform.World;
import expunge.task.Origin;
import expunge.task.Task;
import expunge.task.TaskId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges the file of a retry by the file of its parent, and by the parent's report. */
final class RetryCheck {
  private static final int OUTCOME = 2;
  private static final int PROFILES = 3;
  private static final Set<String> TAKEN = Set.of("failed", "cancelled");

  private final World world;

  RetryCheck(World world) {
    this.world = world;
  }

  /** Whether a file holds what it should: always where it is not that of a retry. */
  boolean isRight(Upload upload) {
    return parent(upload.task())
        .map(parent -> Truth.of(upload.content()).map(Truth::values).equals(expected(parent)))
        .orElse(true);
  }

  private Optional<TaskId> parent(TaskId id) {
    return world
        .tasks()
        .find(id)
        .map(Task::request)
        .flatMap(r -> r.retryOf())
        .map(Origin.Retry::parent);
  }

  /** The identifiers that the parent has not done, in the order of its file. */
  private Optional<List<String>> expected(TaskId parent) {
    return world.uploads().stream()
        .filter(upload -> upload.task().equals(parent))
        .flatMap(upload -> Truth.of(upload.content()).stream())
        .findFirst()
        .map(truth -> left(truth, lines(parent)));
  }

  /** Whether nothing of a task can be tried again. */
  boolean isDone(TaskId parent) {
    return expected(parent).filter(List::isEmpty).isPresent();
  }

  private List<String> left(Truth truth, List<List<String>> lines) {
    List<String> left = new ArrayList<>();
    for (int i = 0; i < Math.min(truth.rows().size(), lines.size()); i++) {
      boolean isDone = !lines.get(i).get(PROFILES).equals("0") && !meansSeveral();
      if (TAKEN.contains(lines.get(i).get(OUTCOME)) && !isDone) {
        left.add(truth.rows().get(i).value());
      }
    }
    return left;
  }

  private boolean meansSeveral() {
    return world
        .scenario()
        .riches()
        .flatMap(riches -> riches.identifier().index())
        .filter(index -> index.matches() instanceof Matches.All)
        .isPresent();
  }

  private List<List<String>> lines(TaskId parent) {
    byte[] report = world.objects().read(ResultKeys.report(parent)).orElse(new byte[0]);
    return Csv.read(new String(report, StandardCharsets.UTF_8)).stream()
        .skip(1)
        .map(Csv.Line::fields)
        .toList();
  }
}
