package expunge.local.measure;

import expunge.access.Role;
import expunge.local.Ports;
import expunge.local.lambda.Answer;
import expunge.local.lambda.Artifact;
import expunge.local.lambda.FunctionProcess;
import expunge.local.lambda.FunctionProcess.Initialization;
import expunge.local.system.LocalOptions;
import expunge.local.system.LocalSettings;
import expunge.local.system.LocalSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Starts each function over and over, and says how long it took until its first answer. */
final class StartTime {
  private static final double MILLISECOND = 1e6;

  private final Path root;
  private final Path work;
  private final Map<String, String> environment;

  /**
   * What one event to one function took.
   *
   * @param starts milliseconds from the start of the process, one for each round
   * @param restores milliseconds from when it was told that it is restored
   */
  private record Line(
      String name, Artifact artifact, String event, List<Double> starts, List<Double> restores) {
    Line(String name, Artifact artifact, String event) {
      this(name, artifact, event, new ArrayList<>(), new ArrayList<>());
    }
  }

  private StartTime(Path root, Path work, LocalSettings settings) {
    this.root = root;
    this.work = work;
    this.environment = settings.functionEnvironment();
  }

  /** With the root of the built project, an empty folder to work in, and the number of rounds. */
  public static void main(String... arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path work = Path.of(arguments[1]);
    LocalOptions options =
        new LocalOptions(root, work, Ports.free(), Optional.empty(), Optional.empty(), 0);
    try (LocalSystem system = LocalSystem.start(options)) {
      StartTime measurement = new StartTime(root, work, system.settings());
      List<Line> lines = measurement.lines(system.settings().keys().text(Role.VIEWER));
      measurement.run(lines, Integer.parseInt(arguments[2]));
      tell(lines);
    }
  }

  private List<Line> lines(String key) throws IOException {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("hello world", helloWorld(), "{}"));
    for (FirstEvent first : FirstEvent.all(root, key)) {
      Path folder = work.resolve("task-" + lines.size());
      Artifact artifact = Artifact.unpack(first.function(), root, folder);
      lines.add(new Line(artifact.name() + ": " + first.name(), artifact, first.event()));
    }
    return lines;
  }

  /** Its one library is Lambda's own too. */
  private Artifact helloWorld() throws IOException {
    Class<?> handler = HelloWorld.class;
    Path file = work.resolve("hello").resolve(handler.getName().replace('.', '/') + ".class");
    Files.createDirectories(file.resolveSibling("."));
    try (InputStream content = handler.getResourceAsStream(handler.getSimpleName() + ".class")) {
      Files.copy(Objects.requireNonNull(content), file);
    }
    return new Artifact("hello", handler.getName() + "::handleRequest", work.resolve("hello"));
  }

  /** All take turns, so that what else the machine does meets all; the first round is for free. */
  private void run(List<Line> lines, int rounds) throws IOException {
    for (int round = 0; round <= rounds; round++) {
      for (Line line : lines) {
        double start = fromStart(line);
        double restore = fromRestore(line);
        if (round > 0) {
          line.starts().add(start);
          line.restores().add(restore);
        }
      }
    }
  }

  private double fromStart(Line line) throws IOException {
    long start = System.nanoTime();
    try (FunctionProcess process = start(line, Initialization.ON_DEMAND)) {
      return answered(process, line, start);
    }
  }

  private double fromRestore(Line line) throws IOException {
    try (FunctionProcess process = start(line, Initialization.SNAP_START)) {
      process.restored();
      return answered(process, line, System.nanoTime());
    }
  }

  private FunctionProcess start(Line line, Initialization initialization) throws IOException {
    Path log = work.resolve(line.artifact().name() + ".log");
    return FunctionProcess.start(root, line.artifact(), initialization, environment, log);
  }

  private static double answered(FunctionProcess process, Line line, long since) {
    Answer answer = process.invoke(line.event());
    double milliseconds = (System.nanoTime() - since) / MILLISECOND;
    if (answer instanceof Answer.Failure(String json)) {
      throw new IllegalStateException(line.name() + ": " + json);
    }
    return milliseconds;
  }

  private static void tell(List<Line> lines) {
    double least = median(lines.getFirst().starts());
    System.out.printf(
        "%-42s %8s %8s %8s %8s%n", "milliseconds, median", "start", "ratio", "slowest", "restore");
    for (Line line : lines) {
      System.out.printf(
          Locale.ROOT,
          "%-42s %8.0f %8.2f %8.0f %8.0f%n",
          line.name(),
          median(line.starts()),
          median(line.starts()) / least,
          line.starts().stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
          median(line.restores()));
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
