package expunge.local.command;

import expunge.local.system.LocalSystem;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a deletion from the file to the balance, and leaves nothing running. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Starts everything on free ports, deletes sample profiles by a file, stops again.")
final class DemoCommand implements Callable<Integer> {
  @Mixin private final StackOptions stack = new StackOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    System.out.println("Starting S3, SQS, DynamoDB and the functions on free ports …");
    try (LocalSystem system = LocalSystem.start(stack.options(true))) {
      return new Demo(system, System.out).run() ? 0 : 1;
    }
  }
}
