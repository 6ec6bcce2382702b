package expunge.local.command;

import expunge.local.LocalProblem;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command {@code ./expunge}. */
@Command(
    name = "expunge",
    mixinStandardHelpOptions = true,
    version = "expunge 0.1.0",
    description =
        "Deletes customer profiles in bulk, from a file of identifiers: completely, and exactly"
            + " counted.",
    subcommands = {
      CheckDatasetsCommand.class,
      DemoCommand.class,
      LocalCommand.class,
      NewKeyCommand.class,
      WorkerCommand.class
    })
public final class Expunge {
  private static final int WRONG = 1;

  private Expunge() {}

  /** Runs a command and exits with its code. */
  public static void main(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    System.exit(run(out, err, arguments));
  }

  /**
   * Runs a command and returns its exit code: 0 where all went well, 1 where it could not be done,
   * 2 for options that there are not. What went wrong is told in one sentence, without a stack
   * trace.
   */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Expunge())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(Expunge::told)
        .execute(arguments);
  }

  private static int told(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (!(failure instanceof LocalProblem)) {
      throw failure;
    }
    command.getErr().println(failure.getMessage());
    return WRONG;
  }
}
