package expunge.local.command;

import expunge.local.PortTakenException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code ./expunge}. */
@Command(
    name = "expunge",
    mixinStandardHelpOptions = true,
    version = "expunge 0.1.0",
    description =
        "Deletes customer profiles in bulk, from a file of identifiers: completely, and exactly"
            + " counted.",
    subcommands = {DemoCommand.class, LocalCommand.class, NewKeyCommand.class, WorkerCommand.class})
public final class Expunge {
  private static final int WRONG = 1;

  private Expunge() {}

  /** Runs a command and exits with its code. */
  public static void main(String... arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command; what went wrong is told in one sentence, without a stack trace. */
  static int run(String... arguments) {
    return new CommandLine(new Expunge())
        .setExecutionExceptionHandler(
            (failure, command, _) -> {
              if (!(failure instanceof PortTakenException || failure instanceof CommandProblem)) {
                throw failure;
              }
              command.getErr().println(failure.getMessage());
              return WRONG;
            })
        .execute(arguments);
  }
}
