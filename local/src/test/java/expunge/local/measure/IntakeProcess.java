package expunge.local.measure;

import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.aws.Deployment;
import expunge.fileintake.FileIntakeFunction;
import expunge.local.function.FunctionContext;
import expunge.local.function.S3Trigger;
import expunge.run.Settings;
import expunge.run.SystemScheduler;
import expunge.task.Accepted;
import expunge.task.Task;
import expunge.task.TaskId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Takes one dropped file in, in a process of its own, and says how long it took. */
final class IntakeProcess {
  private static final Duration TIMEOUT = Duration.ofMinutes(15);
  private static final double NANOSECONDS = 1e9;

  private final AwsClients clients;
  private final Map<String, String> environment = System.getenv();
  private final String bucket;
  private final String key;

  private IntakeProcess(AwsClients clients, String bucket, String key) {
    this.clients = clients;
    this.bucket = bucket;
    this.key = key;
  }

  /** With the bucket and the key of the file; the key may hold nothing that JSON or URLs escape. */
  public static void main(String... arguments) {
    try (AwsClients clients = AwsClients.fromEnvironment()) {
      new IntakeProcess(clients, arguments[0], arguments[1]).run();
    }
  }

  /** The clock runs while the function does; the process's start is not part of it. */
  private void run() {
    String version = clients.s3().headObject(r -> r.bucket(bucket).key(key)).versionId();
    S3Trigger intake =
        new S3Trigger(
            new FileIntakeFunction(environment, clients, System.err),
            new FunctionContext("file-intake", TIMEOUT, Clock.systemUTC(), System.err::println));
    long start = System.nanoTime();
    intake.accept(event(version));
    double seconds = (System.nanoTime() - start) / NANOSECONDS;
    tell(task(TaskId.derivedFrom(bucket, key, version)), seconds);
  }

  private String event(String version) {
    return """
    {"Records": [{
      "eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "us-east-1",
      "eventTime": "%s", "eventName": "ObjectCreated:Put",
      "s3": {"bucket": {"name": "%s"}, "object": {"key": "%s", "versionId": "%s"}}}]}
    """
        .formatted(Instant.now(), bucket, key, version);
  }

  private Task task(TaskId id) {
    Deployment system = Deployment.from(new Settings(environment));
    return new AwsPorts(clients, new SystemScheduler())
        .taskStore(system.tasksTable(), system.retention())
        .find(id)
        .orElseThrow();
  }

  private static void tell(Task task, double seconds) {
    long rows = task.accepted().map(Accepted::rows).orElse(0L);
    System.out.printf(
        Locale.ROOT,
        "{\"taskId\":\"%s\",\"state\":\"%s\",\"rows\":%d,\"seconds\":%.2f,\"rowsPerSecond\":%.0f,"
            + "\"peakHeapMiB\":%d,\"heapLimitMiB\":%d}%n",
        task.id(),
        task.state(),
        rows,
        seconds,
        rows / seconds,
        PeakHeap.mebibytes(),
        PeakHeap.limitInMebibytes());
  }
}
