package expunge.simulator.run;

import expunge.simulator.run.Simulation.Result;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes faults out of a failing run as long as it still breaks the same promise (delta debugging):
 * what stays is needed, each single one.
 */
public final class Shrinker {
  private final Simulation simulation;
  private final String promise;

  private Shrinker(Simulation simulation, String promise) {
    this.simulation = simulation;
    this.promise = promise;
  }

  /** The smallest failing run that it finds, with a trace to read; the same run if it is fine. */
  public static Result shrink(Simulation simulation) {
    Result first = simulation.run();
    if (first.violations().isEmpty()) {
      return simulation.written().run();
    }
    Shrinker shrinker = new Shrinker(simulation, first.violations().getFirst().promise());
    Set<Long> needed = new HashSet<>(shrinker.needed(first.faults()));
    return simulation.allowing(needed::contains).written().run();
  }

  private List<Long> needed(List<Long> all) {
    List<Long> faults = all;
    int parts = 2;
    while (!faults.isEmpty() && parts <= 2 * faults.size()) {
      List<Long> fewer = withoutOnePart(faults, Math.min(parts, faults.size()));
      boolean smaller = fewer.size() < faults.size();
      parts = smaller ? Math.max(2, parts - 1) : 2 * parts;
      faults = fewer;
    }
    return faults;
  }

  private List<Long> withoutOnePart(List<Long> faults, int parts) {
    for (int part = 0; part < parts; part++) {
      List<Long> left = new ArrayList<>(faults.subList(0, part * faults.size() / parts));
      left.addAll(faults.subList((part + 1) * faults.size() / parts, faults.size()));
      if (stillBreaks(left)) {
        return left;
      }
    }
    return faults;
  }

  private boolean stillBreaks(List<Long> faults) {
    Set<Long> allowed = new HashSet<>(faults);
    return simulation.allowing(allowed::contains).run().violations().stream()
        .anyMatch(violation -> violation.promise().equals(promise));
  }
}
