package expunge.local.endtoend;

import expunge.local.command.Expunge;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The workers in a process of their own, with little memory. */
record WorkerProcess(Process process) implements AutoCloseable {
  private static final long SECONDS_TO_END = 30;

  /** Polls {@code queueUrl} for deletions, and rings the queues that the environment names. */
  static WorkerProcess start(Map<String, String> environment, String queueUrl, File log) {
    return start(environment, queueUrl, log, 256, 120);
  }

  /** As {@link #start(Map, String, File)}, with so much memory and so long for an invocation. */
  static WorkerProcess start(
      Map<String, String> environment, String queueUrl, File log, int megabytes, int seconds) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        List.of(
            java.toString(),
            "-Xmx" + megabytes + "m",
            "-cp",
            classPath(),
            Expunge.class.getName(),
            "worker",
            "--timeout",
            String.valueOf(seconds),
            "--queue",
            queueUrl);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      return new WorkerProcess(builder.redirectOutput(log).start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String classPath() {
    String surefire = System.getProperty("surefire.test.class.path", "");
    return Stream.of(surefire, System.getProperty("java.class.path"))
        .filter(path -> !path.isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** Lets it end as it does when its standard input ends, and sees that it did. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException | InterruptedException failure) {
      process.destroyForcibly();
    }
  }
}
