package expunge.simulator.run;

import expunge.simulator.bug.PlantedBug;
import expunge.simulator.run.Simulation.Result;
import java.util.Comparator;
import java.util.Optional;

/** Looks for a planted bug, seed by seed from 1 on. */
public final class BugHunt {
  /** Within how many seeds each bug has to be found. */
  public static final long SEEDS = 10_000;

  private BugHunt() {}

  /** The first seed that shows it; empty where none of {@link #SEEDS} does. */
  public static Optional<Result> find(PlantedBug bug) {
    return new Campaign(1, SEEDS, 1, seed -> Simulation.of(seed).with(bug::plant))
        .run().failed().stream().min(Comparator.comparingLong(Result::seed));
  }
}
