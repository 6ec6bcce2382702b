package expunge.aws;

import expunge.file.Limits;
import expunge.log.JsonLog;
import expunge.log.LogEntry;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.report.FileNote;
import expunge.run.SystemScheduler;
import expunge.task.Doorbell;
import expunge.task.DoorbellMessage;
import expunge.task.Request;
import expunge.task.Ringer;
import expunge.task.Slicing;
import expunge.task.SourceFile;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskStore;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Does once what a function's first invocation would be slow at: each service's client with its
 * signing, retries and parsing, and the JSON of records, messages, notes and log lines. The calls
 * are answered from memory, so nothing leaves the process, and none of them is one that deletes.
 */
final class Priming {
  private static final String NAME = "priming";

  private Priming() {}

  /**
   * Runs it.
   *
   * @param more what a function adds; its task store finds one task, under any id
   * @throws RuntimeException if anything goes wrong; there is no network that it could be due to
   */
  static void run(Consumer<Instance> more) {
    AwsBasicCredentials nobody = AwsBasicCredentials.create(NAME, NAME);
    AwsClients clients =
        AwsClients.over(new MemoryHttpClient(), () -> StaticCredentialsProvider.create(nobody));
    try (Instance instance = new Instance(clients, new SystemScheduler())) {
      prime(instance);
      more.accept(instance);
    }
  }

  private static void prime(Instance instance) {
    AwsPorts ports = instance.ports();
    TaskStore tasks = ports.taskStore(NAME, Duration.ofDays(1));
    ObjectStore objects = ports.objectStore(NAME);
    Task task = tasks.create(task());
    new FileNote(objects, "").write(task);
    new Ringer(ports.doorbells("https://sqs.invalid/" + NAME), instance.scheduler())
        .ring(
            TaskKind.DELETION,
            List.of(DoorbellMessage.parse(DoorbellMessage.write(Doorbell.of(task.id(), 1)))),
            Duration.ZERO);
    instance.clients().secrets().get().getSecretValue(r -> r.secretId(NAME));
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    new JsonLog(NAME, instance.scheduler(), nowhere)
        .write(new LogEntry.NothingToDo(task.id(), task.state()));
  }

  private static Task task() {
    return Task.staging(
        TaskId.derivedFrom(NAME),
        Request.deletion(NAME, NAME),
        new SourceFile(new ObjectVersion(NAME, Optional.empty(), NAME), 1),
        Slicing.by(Limits.defaults(), Optional.empty()),
        Instant.EPOCH);
  }
}
