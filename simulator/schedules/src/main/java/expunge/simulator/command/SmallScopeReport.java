package expunge.simulator.command;

import expunge.simulator.bug.PlantedBug;
import expunge.simulator.exhaustive.Bounds;
import expunge.simulator.exhaustive.Census;
import expunge.simulator.exhaustive.Replay;
import expunge.simulator.exhaustive.Replay.Outcome;
import expunge.simulator.exhaustive.Schedule;
import expunge.simulator.exhaustive.Search;
import expunge.simulator.platform.Plant;
import java.io.PrintWriter;
import java.util.Optional;

/** Prints what came of the small scope, or of one schedule of it. */
final class SmallScopeReport {
  private static final double SECOND = 1e9;
  private static final int SOME = 5;

  private final PrintWriter out;
  private final Optional<PlantedBug> bug;

  SmallScopeReport(PrintWriter out, Optional<PlantedBug> bug) {
    this.out = out;
    this.bug = bug;
  }

  /** Runs every schedule; whether all of them kept every promise. */
  boolean search() {
    long begun = System.nanoTime();
    Census census = new Search(Bounds.ALL, this::plant, SOME).run();
    double time = (System.nanoTime() - begun) / SECOND;
    out.println(census);
    out.printf(
        "%,d schedules in %.1f s (%,.0f a second)%n",
        census.schedules(), time, census.schedules() / time);
    census.failed().forEach(this::tellFailure);
    out.printf("%,d violations%n", census.failed().size());
    return census.failed().isEmpty();
  }

  /** Runs one and tells what happens in it; whether it kept every promise. */
  boolean replay(String name) {
    Outcome outcome = Replay.written(Schedule.named(name), this::plant);
    outcome.trace().forEach(out::println);
    tellViolations(outcome);
    out.printf("%d port calls%n", outcome.calls());
    return outcome.violations().isEmpty();
  }

  private void tellFailure(Outcome outcome) {
    String with = bug.map(planted -> " --bug " + planted).orElse("");
    tellViolations(outcome);
    out.printf("again: ./expunge simulate --schedule '%s'%s%n", outcome.schedule(), with);
  }

  private void tellViolations(Outcome outcome) {
    outcome.violations().stream().distinct().limit(SOME).forEach(one -> out.println("! " + one));
  }

  private Plant plant() {
    return bug.map(PlantedBug::plant).orElse(Plant.NOTHING);
  }
}
