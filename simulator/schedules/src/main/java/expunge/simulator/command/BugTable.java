package expunge.simulator.command;

import expunge.simulator.bug.ImportBug;
import expunge.simulator.bug.PlantedBug;
import expunge.simulator.check.Violation;
import expunge.simulator.run.BugHunt;
import expunge.simulator.run.Simulation.Result;
import expunge.simulator.trace.ProtocolTrace;
import java.util.Optional;

/**
 * The page {@code docs/planted-bugs.md}: every planted bug, and how many seeds it took; every trace
 * of the protocol, and what it breaks.
 */
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

  private static final String TRACES =
      """

      ## The traces of the protocol

      For each rule, the protocol names what happens without it. Each of these traces is a fixed schedule in a world of two
      workers and two batches, in which nothing goes wrong but the events listed here. Worker 1 rings for the batches, worker 2
      is the first to serve one, worker 3 gets the next message. A test plays each with the bug, and finds the promise broken;
      and without it, and finds none broken. `./expunge simulate --trace NAME --bug BUG` shows how.

      | trace | rule | bug | what it comes to | events | what the judge says |
      |---|---|---|---|---|---|
      """;
  private static final String LATER =
      """

      R1 to R4 concern profiles that are found through an index, and what is linked to them: bugs above have their names. What
      R1 says of looking up again holds for keys too: that is C17. R5 is an import between a deletion and its entry in the
      suppression list: there is no such moment, as both are one transaction, and a bug above makes one.
      """;

  private static final String IMPORTS =
      """

      ## Imports

      These are planted in worlds in which files are imported: `./expunge simulate --imports --seed N --import-bug NAME --shrink`.

      | bug | rule | what it does | seeds | what the judge says |
      |---|---|---|---:|---|
      """;

  private BugTable() {}

  /** Hunts all bugs, plays all traces, and writes the page. */
  public static String write() {
    StringBuilder page = new StringBuilder(HEAD);
    for (PlantedBug bug : PlantedBug.values()) {
      page.append(line(bug.name(), bug.rule(), bug.sentence(), BugHunt.find(bug)));
    }
    page.append(TRACES);
    for (ProtocolTrace trace : ProtocolTrace.values()) {
      page.append(line(trace));
    }
    page.append(LATER).append(IMPORTS);
    for (ImportBug bug : ImportBug.values()) {
      page.append(line(bug.name(), bug.rule(), bug.sentence(), BugHunt.find(bug)));
    }
    return page.toString();
  }

  private static String line(ProtocolTrace trace) {
    String said =
        trace.play(trace.bug().plant()).violations().stream()
            .filter(violation -> violation.promise().equals(trace.promise()))
            .findFirst()
            .map(Violation::toString)
            .orElse("**not found**");
    String events = trace.events().isEmpty() ? "none" : String.join("; ", trace.events());
    return "| %s | %s | `%s` | %s | %s | %s |\n"
        .formatted(
            trace,
            trace.bug().rule().split(" ", 2)[0],
            trace.bug(),
            trace.sentence(),
            events,
            escaped(said));
  }

  private static String line(String bug, String rule, String sentence, Optional<Result> found) {
    String seeds = found.map(result -> "" + result.seed()).orElse("**not found**");
    String said = found.map(result -> result.violations().getFirst().toString()).orElse("");
    return "| `%s` | %s | %s | %s | %s |\n".formatted(bug, rule, sentence, seeds, escaped(said));
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|");
  }
}
