package expunge.local.command;

import expunge.local.system.LocalOptions;
import expunge.local.system.LocalSettings;
import expunge.local.system.LocalSystem;
import java.io.IOException;
import java.nio.file.Path;
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
    LocalOptions options = stack.options(false);
    LocalSystem system = LocalSystem.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system)));
    System.out.print(welcome(system.settings(), options.work()));
    Thread.currentThread().join();
    return 0;
  }

  private static void stop(LocalSystem system) {
    System.out.println("\nStopping …");
    system.close();
    System.out.println("Stopped.");
    System.out.flush();
  }

  private static String welcome(LocalSettings settings, Path work) {
    return """
    Expunge is running on this machine.

      HTTP API   %s
      S3         %s   drop files under s3://%s/drop/
      SQS        %s
      DynamoDB   %s

    In another terminal:

      source %s
      aws dynamodb put-item --table-name customers --item '{"MaestraId": {"S": "1000"}}'
      printf 'MaestraId\\n1000\\n' | aws s3 cp - "s3://$EXPUNGE_BUCKET/drop/first.csv"
      curl -u "$EXPUNGE_VIEWER_KEY:" "$EXPUNGE_API_URL/tasks"

    Logs are in %s. Ctrl-C stops everything, and nothing is kept.
    """
        .formatted(
            settings.api(),
            settings.endpoints().s3(),
            settings.bucket(),
            settings.endpoints().sqs(),
            settings.endpoints().dynamoDb(),
            work.resolve("local.env"),
            work.resolve("log"));
  }
}
