package expunge.local.command;

import expunge.aws.AwsClients;
import expunge.local.LocalProblem;
import expunge.local.function.QueuePoller;
import expunge.local.system.WorkerPool;
import expunge.run.InvalidSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the workers of deletions and of imports in a process of their own. */
@Command(
    name = "worker",
    mixinStandardHelpOptions = true,
    description =
        "Runs the workers of deletions and of imports beside './expunge local --workers 0', with"
            + " the environment that it wrote; ends when its standard input does, or on Ctrl-C.")
final class WorkerCommand implements Callable<Integer> {
  private static final String SOURCE_IT =
      "source .expunge/local.env first; './expunge local' writes it";

  @Option(
      names = "--concurrency",
      description =
          "how many batches of deletions at once, and as many of imports (${DEFAULT-VALUE})")
  private int concurrency = 1;

  @Option(
      names = "--of",
      paramLabel = "N",
      description =
          "how many batches all processes together work on at once, if there are several; each"
              + " worker takes its share of a dataset's writesPerSecond (--concurrency)")
  private @Nullable Integer all;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "how long an invocation may take (${DEFAULT-VALUE})")
  private int timeout = 120;

  @Option(
      names = "--queue",
      description = "poll this queue for deletions instead of the one that it rings")
  private @Nullable String queue;

  @Override
  public Integer call() throws IOException {
    int workers = all == null ? concurrency : all;
    if (concurrency < 1 || workers < concurrency) {
      throw new LocalProblem("--concurrency is at least 1, and --of no less than it.");
    }
    Map<String, String> environment = System.getenv();
    String deletions = environment.get("EXPUNGE_DELETION_QUEUE_URL");
    String imports = environment.get("EXPUNGE_IMPORT_QUEUE_URL");
    if (deletions == null || imports == null) {
      throw new LocalProblem("No system is named: " + SOURCE_IT + ".");
    }
    poll(WorkerPool.shares(environment, workers), queue == null ? deletions : queue, imports);
    return 0;
  }

  private void poll(Map<String, String> environment, String deletions, String imports)
      throws IOException {
    PrintStream log = System.out;
    Duration each = Duration.ofSeconds(timeout);
    try (AwsClients clients = AwsClients.fromEnvironment();
        QueuePoller _ =
            WorkerPool.deleting(environment, clients, deletions, concurrency, each, log);
        QueuePoller _ =
            WorkerPool.importing(environment, clients, imports, concurrency, each, log)) {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (InvalidSettings wrong) {
      throw new LocalProblem(
          "The environment is not that of a system (%s): %s."
              .formatted(String.join("; ", wrong.problems()), SOURCE_IT));
    }
  }
}
