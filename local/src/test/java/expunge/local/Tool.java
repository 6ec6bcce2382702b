package expunge.local;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that is not part of the product, such as a checker written in Python. */
public final class Tool {
  private static final int PATIENCE_SECONDS = 120;

  private final List<String> command;

  private Tool(List<String> command) {
    this.command = command;
  }

  /** How a run ended, and what it printed. */
  public record Result(int exitValue, String output, String errors) {}

  /**
   * The program, if it can be run. Where it can't, the test is skipped; in a continuous
   * integration, which sets {@code CI}, it fails, for there nobody reads what was skipped.
   *
   * @param howToGet in words, for whoever misses it
   * @param probe arguments with which it ends with 0 at once; a file of its name may be a shim
   *     without a program behind it
   */
  public static Tool required(List<String> command, String howToGet, String... probe) {
    Tool tool = new Tool(List.copyOf(command));
    if (!tool.isThere(probe)) {
      String missing = "there is no %s here (%s)".formatted(command.getFirst(), howToGet);
      if (System.getenv("CI") == null) {
        abort("skipped: " + missing);
      }
      fail(missing + ", and with CI set its tests must run");
    }
    return tool;
  }

  /** Runs it to its end, with {@code input} as its standard input. */
  public Result run(String input, String... arguments) {
    try {
      Path in = Files.createTempFile("tool", ".in");
      Path out = Files.createTempFile("tool", ".out");
      Path errors = Files.createTempFile("tool", ".err");
      try {
        Files.writeString(in, input);
        Process process =
            new ProcessBuilder(Stream.concat(command.stream(), Stream.of(arguments)).toList())
                .redirectError(errors.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IllegalStateException(command.getFirst() + " did not end");
        }
        return new Result(process.exitValue(), Files.readString(out), Files.readString(errors));
      } finally {
        Files.delete(in);
        Files.delete(out);
        Files.delete(errors);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private boolean isThere(String... probe) {
    try {
      return run("", probe).exitValue() == 0;
    } catch (UncheckedIOException missing) {
      return false;
    }
  }
}
