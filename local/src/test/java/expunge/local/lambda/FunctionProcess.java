package expunge.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A function in a process of its own, under the runtime client, as Lambda starts it. */
public final class FunctionProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client";

  private final RuntimeApi api;
  private final Process process;
  private final Path log;
  private final Thread lastResort;

  private FunctionProcess(RuntimeApi api, Process process, Path log) {
    this.api = api;
    this.process = process;
    this.log = log;
    this.lastResort = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /** How Lambda starts a process. */
  public enum Initialization {
    /** For the first event that finds none. */
    ON_DEMAND("on-demand"),
    /** Ahead, to take a snapshot of it; here it goes on at once, as if restored. */
    SNAP_START("snap-start");

    private final String word;

    Initialization(String word) {
      this.word = word;
    }
  }

  /**
   * Starts it; the function need not be ready when this returns.
   *
   * @param root of the built project
   * @param environment all that the function finds in its environment besides Lambda's own
   * @param log the file that what it writes goes to
   */
  public static FunctionProcess start(
      Path root,
      Artifact artifact,
      Initialization initialization,
      Map<String, String> environment,
      Path log)
      throws IOException {
    RuntimeApi api = RuntimeApi.start();
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command(root.toAbsolutePath(), artifact))
              .directory(artifact.folder().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder.environment().putAll(lambdas(artifact, initialization, api.address()));
      return new FunctionProcess(api, builder.start(), log);
    } catch (IOException failure) {
      api.close();
      throw failure;
    }
  }

  /** The runtime client finds the artifact in the working directory; the JIT stays at its C1. */
  private static List<String> command(Path root, Artifact artifact) {
    Path client = root.resolve("local/emulators/lambda-runtime/target");
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx400m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
        "-D%s.runtimeapi.NativeClient.JNI=%s/jni/libaws-lambda-jni.linux-%s.so"
            .formatted(CLIENT, client, processor),
        "-cp",
        client + "/lib/*",
        CLIENT + ".AWSLambda",
        artifact.handler());
  }

  private static Map<String, String> lambdas(
      Artifact artifact, Initialization initialization, String api) {
    return Map.ofEntries(
        Map.entry("AWS_LAMBDA_RUNTIME_API", api),
        Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", initialization.word),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", artifact.name()),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
        Map.entry("AWS_LAMBDA_LOG_FORMAT", "JSON"),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + artifact.name()),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "local"),
        Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
        Map.entry("LAMBDA_TASK_ROOT", artifact.folder().toString()),
        Map.entry("_HANDLER", artifact.handler()),
        Map.entry("LANG", "en_US.UTF-8"),
        Map.entry("TZ", ":UTC"));
  }

  /**
   * Waits for its start.
   *
   * @throws IllegalStateException if it ends without a word, or says nothing for a minute
   */
  public Answer started() {
    return await(api.started());
  }

  /**
   * Waits until it can be frozen and is told to go on, where it was started for a snapshot.
   *
   * @throws IllegalStateException if it ends before, or says nothing for a minute
   */
  public void restored() {
    await(api.restored());
  }

  /**
   * Hands it an event, as JSON, and waits for what it makes of it.
   *
   * @throws IllegalStateException if it ends without an answer, or gives none for a minute
   */
  public Answer invoke(String event) {
    return await(api.invoke(event));
  }

  /** What it has written until now. */
  public String log() throws IOException {
    return Files.readString(log);
  }

  private <T> T await(CompletableFuture<T> awaited) {
    try {
      CompletableFuture.anyOf(awaited, process.onExit())
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (awaited.isDone()) {
        return awaited.get();
      }
    } catch (TimeoutException | ExecutionException silent) {
      throw new IllegalStateException("no answer; see " + log, silent);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    throw new IllegalStateException("ended with %d; see %s".formatted(process.exitValue(), log));
  }

  /** Kills it, as Lambda does, and returns when it has ended. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    api.close();
    Runtime.getRuntime().removeShutdownHook(lastResort);
  }
}
