package expunge.simulator.exhaustive;

import expunge.simulator.check.Checker;
import expunge.simulator.check.Violation;
import expunge.simulator.check.Watch;
import expunge.simulator.exhaustive.Schedule.Step;
import expunge.simulator.platform.Plant;
import expunge.simulator.platform.World;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Runs one schedule, always in a world of its own. */
public final class Replay {
  private Replay() {}

  /**
   * What came of a schedule.
   *
   * @param open the steps that could follow its last, within the bounds
   * @param trace empty unless it was asked for
   */
  public record Outcome(
      Schedule schedule,
      List<Violation> violations,
      List<Step> open,
      long calls,
      List<String> trace) {}

  /**
   * The schedule with a trace to read. The same one always gives the same outcome.
   *
   * @throws IllegalArgumentException if the schedule has a step that never comes
   */
  public static Outcome written(Schedule schedule, Supplier<Plant> plant) {
    return run(schedule, EnumSet.noneOf(Choice.class), plant, true);
  }

  static Outcome run(
      Schedule schedule, Set<Choice> beyond, Supplier<Plant> plant, boolean written) {
    Player player = new Player(schedule, beyond);
    World world = new World(SmallScope.scenario(), player, _ -> true, plant.get(), written);
    Watch watch = new Watch(world);
    world.observe(watch::saw);
    world.admit(player);
    world.run();
    if (!player.isThrough()) {
      throw new IllegalArgumentException(
          "no run has all of these points, or these choices at them: " + schedule);
    }
    return new Outcome(
        schedule,
        Checker.check(world, watch),
        player.open(),
        world.calls().made(),
        world.trace().lines());
  }
}
