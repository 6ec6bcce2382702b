package expunge.simulator.run;

import expunge.simulator.bug.ImportBug;
import expunge.simulator.bug.PlantedBug;
import expunge.simulator.run.Simulation.Result;
import expunge.task.TaskKind;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** Looks for a planted bug, seed by seed from 1 on. */
public final class BugHunt {
  /** Within how many seeds each bug has to be found. */
  public static final long SEEDS = 10_000;

  private BugHunt() {}

  /** The first seed that shows it; empty where none of {@link #SEEDS} does. */
  public static Optional<Result> find(PlantedBug bug) {
    return find(seed -> Simulation.of(seed).with(bug::plant));
  }

  /** The first seed with imports that shows it; empty where none of {@link #SEEDS} does. */
  public static Optional<Result> find(ImportBug bug) {
    return find(seed -> Simulation.of(seed, TaskKind.IMPORT).with(bug::plant));
  }

  private static Optional<Result> find(Function<Long, Simulation> simulations) {
    return new Campaign(1, SEEDS, 1, simulations)
        .run().failed().stream().min(Comparator.comparingLong(Result::seed));
  }
}
