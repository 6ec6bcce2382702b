package expunge.simulator.trace;

import expunge.simulator.check.Checker;
import expunge.simulator.check.Watch;
import expunge.simulator.platform.Plant;
import expunge.simulator.platform.World;
import expunge.simulator.scenario.Scenario;
import expunge.simulator.trace.ProtocolTrace.Outcome;
import java.util.List;

/**
 * A world and what happens in it.
 *
 * @param events in about the order in which they come; workers are counted as they begin: the first
 *     rings for the batches, the second gets batch 1, the third batch 2 or the copy of the second's
 *     message
 */
record Story(Scenario scenario, List<Event> events) {
  Story {
    events = List.copyOf(events);
  }

  /** Runs it in a world of its own; the same story always ends the same. */
  Outcome play(Plant plant) {
    Script script = new Script(events);
    World world = new World(scenario, script, _ -> true, plant, true);
    script.follow(world);
    Watch watch = new Watch(world);
    world.observe(watch::saw);
    world.run();
    return new Outcome(Checker.check(world, watch), script.left(), world.trace().lines());
  }
}
