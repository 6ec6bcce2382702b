package expunge.simulator.exhaustive;

import expunge.simulator.exhaustive.Replay.Outcome;
import expunge.simulator.exhaustive.Schedule.Step;
import expunge.simulator.platform.Plant;
import expunge.simulator.run.Cores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs every schedule within bounds, depth first: a schedule, and then each that has one step more
 * behind its last. As steps ascend, every schedule has one such beginning, and runs once.
 *
 * <p>What is enumerated: at every port call of every process a preemption, if anything else is due
 * at that instant; a crash before and after the call's effect; its answer lost (but for the bytes
 * of a stream). At every delivery of a message a second one at once, and one after the first was
 * acknowledged; at the file's event a second one at once, and one seconds or minutes later. Two
 * faults of a schedule may be of any kinds. Before every call of every process, those of other
 * people too, somebody may cancel, pause or resume: they have their turn at once, and may be
 * preempted, crash, and lose their answers in it.
 *
 * <p>What is not: who of several goes on where a process ends, waits or is preempted (that follows
 * from their names; who was preempted comes last, in turn); how long calls take (nothing: time
 * passes only where all wait for it); a death between two calls, which is a crash before the
 * second; the machine of a process lost while others run; other faults, other writers, housekeeping
 * (which comes at the end, where needed, and meets no fault), and more than the bounds allow.
 * Within the bounds, only preemptions are left out where nothing else is due: the process would go
 * on at once, in the same state.
 */
public final class Search {
  private final Bounds bounds;
  private final Supplier<Plant> plant;
  private final int enough;
  private final AtomicInteger failures = new AtomicInteger();

  /**
   * Of all schedules within the bounds.
   *
   * @param enough how many failures end it
   */
  public Search(Bounds bounds, Supplier<Plant> plant, int enough) {
    this.bounds = bounds;
    this.plant = plant;
    this.enough = enough;
  }

  /** Runs until all are through, or enough have failed. */
  public Census run() {
    Census all = new Census();
    List<Step> first = look(Schedule.SMOOTH, all);
    AtomicInteger next = new AtomicInteger();
    List<Census> parts = Collections.synchronizedList(new ArrayList<>());
    Cores.occupy(() -> parts.add(descend(first, next)));
    parts.forEach(all::add);
    return all;
  }

  private Census descend(List<Step> first, AtomicInteger next) {
    Census part = new Census();
    for (int i = next.getAndIncrement(); i < first.size(); i = next.getAndIncrement()) {
      descend(Schedule.SMOOTH.and(first.get(i)), part);
    }
    return part;
  }

  private void descend(Schedule schedule, Census part) {
    for (Step step : look(schedule, part)) {
      descend(schedule.and(step), part);
    }
  }

  private List<Step> look(Schedule schedule, Census part) {
    if (failures.get() >= enough) {
      return List.of();
    }
    Outcome outcome = Replay.run(schedule, bounds.beyond(schedule), plant, false);
    part.add(outcome);
    failures.addAndGet(outcome.violations().isEmpty() ? 0 : 1);
    return outcome.open();
  }
}
