package expunge.simulator.command;

import expunge.simulator.bug.PlantedBug;
import expunge.simulator.run.BugHunt;
import expunge.simulator.run.Simulation.Result;
import java.util.Optional;

/** The page {@code docs/planted-bugs.md}: every planted bug, and how many seeds it took. */
public final class BugTable {
  private static final String HEAD =
      """
      # Planted bugs

      Each bug switches one rule of the protocol off, or is a mistake that is easily made. The simulator runs it from
      seed 1 on and has to find it within 10,000 seeds. `./expunge simulate --seed N --bug NAME --shrink` shows how.
      This page is written by `./expunge simulate --bugs`; a test compares.

      | bug | rule | what it does | seeds | what the judge says |
      |---|---|---|---:|---|
      """;

  private BugTable() {}

  /** Hunts all bugs and writes the page. */
  public static String write() {
    StringBuilder page = new StringBuilder(HEAD);
    for (PlantedBug bug : PlantedBug.values()) {
      page.append(line(bug, BugHunt.find(bug)));
    }
    return page.toString();
  }

  private static String line(PlantedBug bug, Optional<Result> found) {
    String seeds = found.map(result -> "" + result.seed()).orElse("**not found**");
    String said = found.map(result -> result.violations().getFirst().toString()).orElse("");
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(bug, bug.rule(), bug.sentence(), seeds, said.replace("|", "\\|"));
  }
}
