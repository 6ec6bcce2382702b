package expunge.simulator.command;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.simulator.bug.ImportBug;
import expunge.simulator.bug.PlantedBug;
import expunge.simulator.check.Violation;
import expunge.simulator.platform.Plant;
import expunge.simulator.run.Campaign;
import expunge.simulator.run.Campaign.Figures;
import expunge.simulator.run.Shrinker;
import expunge.simulator.run.Simulation;
import expunge.simulator.run.Simulation.Result;
import expunge.simulator.trace.ProtocolTrace;
import expunge.task.TaskKind;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command. It ends with 0 where every promise was kept, with 1 where one was broken. */
@Command(
    name = "expunge simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the real intake and the real workers in worlds in which everything goes wrong, and"
          + " judges each. A seed decides all of a world.",
    })
public final class Simulate implements Callable<Integer> {
  private static final double SECOND = 1e9;
  private static final long MANY = 20_000;
  private static final double MEDIAN = 0.5;
  private static final double MOST = 0.9;
  private static final int SOME = 5;

  @Option(names = "--seeds", description = "How many seeds to run (20,000 unless said).")
  private long seeds = MANY;

  @Option(names = "--from", description = "The first of them (1 unless said).")
  private long from = 1;

  @Option(names = "--seed", description = "Runs one seed again and tells what happens.")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--shrink", description = "Leaves out of it what is not needed for it to fail.")
  private boolean shrink;

  @Option(names = "--imports", description = "Runs worlds in which files are imported.")
  private boolean imports;

  @Option(names = "--bug", description = "With a planted bug: ${COMPLETION-CANDIDATES}.")
  private Optional<PlantedBug> bug = Optional.empty();

  @Option(
      names = "--import-bug",
      description = "With a bug planted in imports: ${COMPLETION-CANDIDATES}.")
  private Optional<ImportBug> importBug = Optional.empty();

  @Option(names = "--bugs", description = "Hunts every planted bug and prints the page of docs/.")
  private boolean bugs;

  @Option(names = "--exhaustive", description = "Runs every schedule of a small scope.")
  private boolean exhaustive;

  @Option(
      names = "--schedule",
      description = "Runs one schedule of the small scope again, such as 12p,31b.")
  private Optional<String> schedule = Optional.empty();

  @Option(names = "--trace", description = "Plays a trace of the protocol, such as C6.")
  private Optional<ProtocolTrace> trace = Optional.empty();

  private final PrintWriter out;

  private Simulate(PrintWriter out) {
    this.out = out;
  }

  /** Runs the command and exits with its code. */
  public static void main(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    System.exit(new CommandLine(new Simulate(out)).execute(arguments));
  }

  @Override
  public Integer call() {
    if (bugs) {
      out.print(BugTable.write());
      out.flush();
      return 0;
    }
    if (exhaustive || schedule.isPresent()) {
      SmallScopeReport report = new SmallScopeReport(out, bug);
      return schedule.map(report::replay).orElseGet(report::search) ? 0 : 1;
    }
    return trace.map(this::play).or(() -> seed.map(this::replay)).orElseGet(this::runAll);
  }

  private int play(ProtocolTrace named) {
    ProtocolTrace.Outcome outcome = named.play(plant());
    outcome.trace().forEach(out::println);
    tell(outcome.violations());
    return outcome.violations().isEmpty() ? 0 : 1;
  }

  private int replay(long number) {
    Simulation simulation = simulation(number);
    Result result = shrink ? Shrinker.shrink(simulation) : simulation.written().run();
    result.trace().stream().filter(line -> !shrink || tells(line)).forEach(out::println);
    tell(result.violations());
    out.printf("%d port calls, %d faults%n", result.calls(), result.faults().size());
    return result.violations().isEmpty() ? 0 : 1;
  }

  /** A short trace holds what went wrong, and what changed a record or a profile. */
  private static boolean tells(String line) {
    return line.contains("!")
        || !line.matches(
            ".*(tasks|objects|profiles|linked|customers|suppressions|doorbells)\\.\\w+$");
  }

  private int runAll() {
    long begun = System.nanoTime();
    Figures figures = new Campaign(from, seeds, 1, this::simulation).run();
    double time = (System.nanoTime() - begun) / SECOND;
    out.println(FaultTable.of(kind(), figures.tally()));
    out.printf("%,d cells are empty%n", figures.tally().emptyCells(kind()));
    out.printf(
        "%,d seeds in %.1f s (%,.0f a second), %.1f %% of them with a fault%n",
        figures.seeds(), time, figures.seeds() / time, 100 * figures.shareWithFaults());
    out.printf(
        "a seed has %d port calls (90 %% have up to %d) and %d faults (up to %d)%n",
        figures.callsAt(MEDIAN),
        figures.callsAt(MOST),
        figures.faultsAt(MEDIAN),
        figures.faultsAt(MOST));
    out.println(outcomes(figures.balance()));
    figures.failed().forEach(this::tellFailure);
    out.printf("%,d violations%n", figures.failed().size());
    return figures.failed().isEmpty() ? 0 : 1;
  }

  private void tellFailure(Result result) {
    String with =
        importBug
            .map(planted -> " --import-bug " + planted)
            .or(() -> bug.map(planted -> " --bug " + planted))
            .orElse("");
    String which = kind() == TaskKind.IMPORT ? " --imports" : "";
    tell(result.violations());
    out.printf("again: ./expunge simulate%s --seed %d --shrink%s%n", which, result.seed(), with);
  }

  /** What became of the rows of all seeds. */
  private static String outcomes(Balance balance) {
    return Stream.of(Outcome.values())
        .filter(outcome -> balance.count(outcome) > 0)
        .map(outcome -> "%,d %s".formatted(balance.count(outcome), outcome.word()))
        .collect(Collectors.joining(", ", "rows: ", ""));
  }

  private TaskKind kind() {
    return imports || importBug.isPresent() ? TaskKind.IMPORT : TaskKind.DELETION;
  }

  private void tell(List<Violation> violations) {
    violations.stream().distinct().limit(SOME).forEach(one -> out.println("! " + one));
  }

  private Simulation simulation(long number) {
    return Simulation.of(number, kind()).with(this::plant);
  }

  private Plant plant() {
    return importBug
        .map(ImportBug::plant)
        .or(() -> bug.map(PlantedBug::plant))
        .orElse(Plant.NOTHING);
  }
}
