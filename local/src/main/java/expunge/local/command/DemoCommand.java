package expunge.local.command;

import expunge.local.Ports;
import expunge.local.system.LocalOptions;
import expunge.local.system.LocalSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Shows a deletion from the file to the balance, and leaves nothing running. It keeps to a folder
 * and ports of its own, so it may run beside {@code ./expunge local}.
 */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Starts everything on free ports, deletes sample profiles by a file, stops again.")
final class DemoCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException, InterruptedException {
    System.out.println("Starting S3, SQS, DynamoDB and the functions on free ports …");
    Path root = StackOptions.root();
    Path work = root.resolve(".expunge/demo");
    try (LocalSystem system = LocalSystem.start(LocalOptions.standard(root, work, Ports.free()))) {
      return new Demo(system, work.resolve("log/functions.log"), System.out).run() ? 0 : 1;
    }
  }
}
