package expunge.simulator.run;

import expunge.balance.Balance;
import expunge.simulator.check.Checker;
import expunge.simulator.check.Violation;
import expunge.simulator.check.Watch;
import expunge.simulator.fault.FaultMix;
import expunge.simulator.fault.Tally;
import expunge.simulator.platform.Plant;
import expunge.simulator.platform.World;
import expunge.simulator.scenario.ImportMaker;
import expunge.simulator.scenario.Scenario;
import expunge.simulator.scenario.ScenarioMaker;
import expunge.task.Task;
import expunge.task.TaskKind;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/** One seed, from its first event to the verdict. */
public final class Simulation {
  private final long seed;
  private final TaskKind kind;
  private final Supplier<Plant> plant;
  private final LongPredicate allowed;
  private final boolean written;

  private Simulation(
      long seed, TaskKind kind, Supplier<Plant> plant, LongPredicate allowed, boolean written) {
    this.seed = seed;
    this.kind = kind;
    this.plant = plant;
    this.allowed = allowed;
    this.written = written;
  }

  /** Of the code as it is. */
  public static Simulation of(long seed) {
    return of(seed, TaskKind.DELETION);
  }

  /** Of the code as it is, with tasks of this kind. */
  public static Simulation of(long seed, TaskKind kind) {
    return new Simulation(seed, kind, () -> Plant.NOTHING, _ -> true, false);
  }

  /** The same with a bug. */
  public Simulation with(Supplier<Plant> bug) {
    return new Simulation(seed, kind, bug, allowed, written);
  }

  /** The same with these faults alone. */
  public Simulation allowing(LongPredicate faults) {
    return new Simulation(seed, kind, plant, faults, written);
  }

  /** The same with a trace to read. */
  public Simulation written() {
    return new Simulation(seed, kind, plant, allowed, true);
  }

  /**
   * What came of it.
   *
   * @param faults the names of what went wrong, in order
   * @param balance of all tasks
   * @param hash equal for equal runs
   * @param trace empty unless it was asked for
   */
  public record Result(
      long seed,
      List<Violation> violations,
      List<Long> faults,
      long calls,
      Tally tally,
      Balance balance,
      long hash,
      List<String> trace) {}

  /** Runs it. The same simulation always gives the same result. */
  public Result run() {
    World world = new World(scenario(), FaultMix.of(seed), allowed, plant.get(), written);
    Watch watch = new Watch(world);
    world.observe(watch::saw);
    world.run();
    return new Result(
        seed,
        Checker.check(world, watch),
        world.faults().happened(),
        world.calls().made(),
        world.faults().tally(),
        balance(world),
        world.trace().hash(),
        world.trace().lines());
  }

  private Scenario scenario() {
    return switch (kind) {
      case DELETION -> ScenarioMaker.of(seed);
      case IMPORT -> ImportMaker.of(seed);
    };
  }

  private static Balance balance(World world) {
    return world.uploads().stream()
        .flatMap(upload -> world.tasks().find(upload.task()).stream())
        .map(Task::balance)
        .reduce(Balance.EMPTY, Balance::plus);
  }
}
