package expunge.simulator.bug;

import expunge.file.Problem;
import expunge.simulator.platform.World;
import expunge.task.TaskId;
import expunge.task.TaskStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Problems of files that say too much, or the wrong thing. */
final class RejectionBugs {
  private RejectionBugs() {}

  private static Problem changed(Problem problem, String detail, Optional<Integer> line) {
    return new Problem(
        problem.type(),
        problem.title(),
        detail,
        problem.remedy(),
        line,
        problem.column(),
        problem.position());
  }

  /** Quotes the file where it is wrong. */
  static final class QuotesTheFile extends PassingTasks {
    private final World world;

    QuotesTheFile(TaskStore calls, World world) {
      super(calls);
      this.world = world;
    }

    @Override
    public boolean reject(TaskId id, Problem problem, Instant at) {
      String file = new String(world.uploads().getFirst().content(), StandardCharsets.UTF_8);
      return super.reject(id, changed(problem, problem.detail() + file, problem.line()), at);
    }
  }

  /** Does not count the header. */
  static final class CountsLinesFromTheFirstRow extends PassingTasks {
    CountsLinesFromTheFirstRow(TaskStore calls, World world) {
      super(calls);
    }

    @Override
    public boolean reject(TaskId id, Problem problem, Instant at) {
      return super.reject(
          id, changed(problem, problem.detail(), problem.line().map(line -> line - 1)), at);
    }
  }
}
