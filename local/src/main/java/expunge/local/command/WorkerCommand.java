package expunge.local.command;

import expunge.aws.AwsClients;
import expunge.local.function.QueuePoller;
import expunge.local.system.WorkerPool;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs deletion workers in a process of their own. */
@Command(
    name = "worker",
    mixinStandardHelpOptions = true,
    description =
        "Runs deletion workers beside './expunge local --workers 0', with the environment that it"
            + " wrote; ends when its standard input does, or on Ctrl-C.")
final class WorkerCommand implements Callable<Integer> {
  @Option(names = "--concurrency", description = "how many batches at once (${DEFAULT-VALUE})")
  private int concurrency = 1;

  @Option(names = "--queue", description = "poll this queue instead of the one that it rings")
  private @Nullable String queue;

  @Override
  public Integer call() throws IOException {
    Map<String, String> environment = System.getenv();
    String rung = environment.get("EXPUNGE_DELETION_QUEUE_URL");
    if (rung == null) {
      throw new CommandProblem("source .expunge/local.env first; './expunge local' writes it");
    }
    String polled = queue == null ? rung : queue;
    PrintStream log = System.out;
    try (AwsClients clients = AwsClients.fromEnvironment();
        QueuePoller _ = WorkerPool.start(environment, clients, polled, concurrency, log)) {
      System.in.transferTo(OutputStream.nullOutputStream());
    }
    return 0;
  }
}
