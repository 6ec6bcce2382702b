package expunge.simulator.command;

import expunge.simulator.run.Campaign;
import expunge.simulator.run.Simulation;

/** The entry point. */
public final class Simulate {
  private Simulate() {}

  /** Runs seeds. */
  public static void main(String... arguments) {
    if (arguments[0].equals("--seed")) {
      var r = Simulation.of(Long.parseLong(arguments[1])).written().run();
      r.trace().forEach(System.out::println);
      System.out.println(r.violations());
      return;
    }
    if (arguments[0].equals("--bugs")) {
      for (var bug : expunge.simulator.bug.PlantedBug.values()) {
        if (arguments.length > 1 && !bug.name().matches(arguments[1])) continue;
        long t = System.nanoTime();
        var f = new Campaign(1, 10000, 1, seed -> Simulation.of(seed).with(bug::plant)).run();
        System.out.println(bug + " " + f.failed().stream().map(r -> r.seed() + " " + r.violations().getFirst()).toList() + " " + (System.nanoTime() - t) / 1000000 + " ms");
      }
      return;
    }
    long n = Long.parseLong(arguments[1]);
    long from = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    long t = System.nanoTime();
    var f = new Campaign(from, n, 20, Simulation::of).run();
    double s = (System.nanoTime() - t) / 1e9;
    double c = ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    System.out.println("cpu " + c * 1000 / f.seeds() + " ms/seed");
    System.out.println(
        f.seeds() / s
            + " seeds/s; calls "
            + f.callsAt(0.5)
            + " faults "
            + f.faultsAt(0.5)
            + " share "
            + f.shareWithFaults());
    f.failed().forEach(x -> System.out.println(x.seed() + " " + x.violations().stream().limit(3).toList() + x.violations().size()));
  }
}
