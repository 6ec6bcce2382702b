package expunge.local.command;

import expunge.local.Ending;
import expunge.local.system.LocalOptions;
import expunge.local.system.LocalSettings;
import expunge.local.system.LocalSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the whole system until Ctrl-C. */
@Command(
    name = "local",
    mixinStandardHelpOptions = true,
    description = "Runs the whole system on this machine until Ctrl-C: no Docker, no cloud.")
final class LocalCommand implements Callable<Integer> {
  @Mixin private final StackOptions stack = new StackOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    LocalOptions options = stack.options();
    LocalSystem system = LocalSystem.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system)));
    List<String> steps = FirstSteps.of(system.datasets().defaultDataset());
    System.out.print(welcome(system.settings(), options.work(), steps));
    Thread.currentThread().join();
    return 0;
  }

  private static void stop(LocalSystem system) {
    System.out.printf(
        "%nStopping. Batches and files that are being worked on get %d seconds to end …%n",
        Ending.GRACE.toSeconds());
    system.close();
    System.out.println("Stopped.");
    System.out.flush();
  }

  private static String welcome(LocalSettings settings, Path work, List<String> steps) {
    return """
    Expunge is running on this machine.

      HTTP API   %s
      S3         %s   drop files under s3://%s/drop/
      SQS        %s
      DynamoDB   %s

    In another terminal:

      source %s
      %s

    Logs are in %s. Ctrl-C stops everything, and nothing is kept.
    """
        .formatted(
            settings.api(),
            settings.endpoints().s3(),
            settings.bucket(),
            settings.endpoints().sqs(),
            settings.endpoints().dynamoDb(),
            work.resolve("local.env"),
            String.join("\n  ", steps),
            work.resolve("log"));
  }
}
