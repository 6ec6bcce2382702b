package expunge.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.balance.Outcome;
import expunge.dataset.Datasets;
import expunge.fileintake.FileIntakeFunction;
import expunge.housekeeping.HousekeepingFunction;
import expunge.local.Eventually;
import expunge.local.TestMachine;
import expunge.local.function.FunctionContext;
import expunge.local.function.QueuePoller;
import expunge.local.function.S3Trigger;
import expunge.local.lambda.Artifact;
import expunge.local.lambda.DeployedFunction;
import expunge.local.system.Endpoints;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.report.ResultKeys;
import expunge.run.SystemScheduler;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A system of its own on the emulators: tables, a bucket, queues, and the functions over them. All
 * functions reach DynamoDB through a proxy; tests look past it. Nothing runs by itself: a test says
 * when an event arrives, a worker polls, dead letters are looked after, and housekeeping goes
 * round.
 */
final class Scene implements AutoCloseable {
  private static final Path ROOT = Path.of(System.getProperty("expunge.root", "."));
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int RECEIVES = 5;
  private static final Duration INVOCATION = Duration.ofMinutes(2);
  private static final List<String> BYSTANDERS = List.of("stays-1", "stays-2", "p", "P-1", "p-01");

  private final String name = "fault-" + UUID.randomUUID().toString().substring(0, 8);
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final PrintStream log;
  private final DynamoDbProxy proxy;
  private final AwsClients functions;
  private final AwsClients clients;
  private final Queues queues;
  private final Tables tables;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final TaskStore tasks;
  private final ObjectStore objects;
  private final Map<String, Map<String, AttributeValue>> bystanders;
  private int workers;

  private static final class Unpacked {
    static final Artifact WORKER = unpack();

    private static Artifact unpack() {
      try {
        Path folder = Files.createTempDirectory(ROOT.resolve("local/target"), "task");
        return Artifact.unpack(DeployedFunction.DELETION_WORKER, ROOT, folder);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** On the DynamoDB that all tests share; a message is dead after as many receives as usual. */
  static Scene open(int batchRows, int visibilitySeconds) {
    return open(batchRows, visibilitySeconds, RECEIVES);
  }

  /** As {@link #open(int, int)}, where a message is dead earlier or later. */
  static Scene open(int batchRows, int visibilitySeconds, int receives) {
    URI dynamoDb = TestMachine.emulators().dynamoDb().endpoint();
    return open(dynamoDb, batchRows, visibilitySeconds, receives);
  }

  /** As {@link #open(int, int)}, on another DynamoDB. */
  static Scene open(URI dynamoDb, int batchRows, int visibilitySeconds) {
    return open(dynamoDb, batchRows, visibilitySeconds, RECEIVES);
  }

  private static Scene open(URI dynamoDb, int batchRows, int visibilitySeconds, int receives) {
    try {
      return new Scene(dynamoDb, batchRows, visibilitySeconds, receives);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Scene(URI dynamoDb, int batchRows, int visibilitySeconds, int receives)
      throws IOException {
    this.log =
        closing(new PrintStream(Files.newOutputStream(logFile()), true, StandardCharsets.UTF_8));
    this.proxy = closing(DynamoDbProxy.start(dynamoDb));
    URI s3 = TestMachine.emulators().s3().endpoint();
    URI sqs = TestMachine.emulators().sqs().endpoint();
    Endpoints behindProxy = new Endpoints(s3, sqs, proxy.endpoint());
    this.functions = closing(TestMachine.clients(behindProxy));
    this.clients = closing(TestMachine.clients(new Endpoints(s3, sqs, dynamoDb)));
    this.queues = new Queues(clients.sqs(), name, visibilitySeconds, receives);
    String declared =
        """
        {"datasets": {"customers": {"profiles": {"table": "%s-customers", "key": "MaestraId"}}}}
        """
            .formatted(name);
    this.tables =
        new Tables(clients.dynamoDb(), name + "-tasks", Datasets.parse(declared).defaultDataset());
    clients.s3().createBucket(r -> r.bucket(name));
    clients
        .s3()
        .putBucketVersioning(r -> r.bucket(name).versioningConfiguration(v -> v.status("Enabled")));
    tables.create();
    tables.putProfiles(BYSTANDERS);
    this.bystanders = tables.profiles();
    environment.putAll(behindProxy.environment());
    environment.put("EXPUNGE_TASKS_TABLE", tables.tasks());
    environment.put("EXPUNGE_BUCKET", name);
    environment.put("EXPUNGE_DELETION_QUEUE_URL", queues.bells());
    environment.put("EXPUNGE_IMPORT_QUEUE_URL", queues.bells());
    environment.put("EXPUNGE_DATASETS", declared);
    environment.put("EXPUNGE_WORKERS", "1");
    environment.put("EXPUNGE_BATCH_ROWS", String.valueOf(batchRows));
    environment.put("EXPUNGE_GUARD_ROWS", "0");
    environment.put("EXPUNGE_GUARD_DATASET_PERCENT", "0");
    environment.put("EXPUNGE_GUARD_INVALID_PERCENT", "0");
    AwsPorts ports = new AwsPorts(clients, new SystemScheduler());
    this.tasks = ports.taskStore(tables.tasks(), Duration.ofDays(1));
    this.objects = ports.objectStore(name);
  }

  private Path logFile() {
    return ROOT.resolve("local/target/" + name + ".log");
  }

  DynamoDbProxy proxy() {
    return proxy;
  }

  Queues queues() {
    return queues;
  }

  Tables tables() {
    return tables;
  }

  TaskStore tasks() {
    return tasks;
  }

  /** What the functions in this process have logged. */
  String log() {
    try {
      return Files.readString(logFile());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Uploads a file that nobody tells intake about. */
  ObjectVersion upload(String key, People people) {
    objects.put(key, "text/csv", people.csv().getBytes(StandardCharsets.UTF_8));
    return objects.describe(key, Optional.empty()).orElseThrow().version();
  }

  /** Tells intake of a file, and returns the task that it is. */
  TaskId event(ObjectVersion file) {
    String version = file.versionId().orElseThrow();
    String event =
        """
        {"Records": [{
          "eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "us-east-1",
          "eventTime": "%s", "eventName": "ObjectCreated:Put",
          "s3": {"bucket": {"name": "%s"}, "object": {"key": "%s", "versionId": "%s"}}}]}
        """
            .formatted(Instant.now(), name, file.key(), version);
    new S3Trigger(new FileIntakeFunction(environment, functions, log), context("file-intake"))
        .accept(event);
    return idOf(file);
  }

  TaskId idOf(ObjectVersion file) {
    return TaskId.derivedFrom(name, file.key(), file.versionId().orElseThrow());
  }

  /** Their profiles are there, and their file is taken in. */
  TaskId drop(People people) {
    tables.putProfiles(people.withProfile());
    return event(upload("drop/" + people.prefix() + ".csv", people));
  }

  /** A worker in a process of its own that polls from now on. */
  MortalWorker startWorker() {
    Path logs = ROOT.resolve("local/target/" + name + "-worker" + ++workers);
    MortalWorker worker = closing(new MortalWorker(ROOT, Unpacked.WORKER, environment, logs));
    QueuePoller.Source source = new QueuePoller.Source(queues.bells(), queues.bellsArn(), 1, 1);
    closing(QueuePoller.start(clients.sqs(), source, worker, context("deletion-worker")));
    return worker;
  }

  /** Housekeeping answers dead letters from now on. */
  void startDeadLetters() {
    QueuePoller.Source source =
        new QueuePoller.Source(queues.dead(), queues.bellsArn() + "-dead", 1, 1);
    closing(QueuePoller.start(clients.sqs(), source, housekeeping(), context("housekeeping")));
  }

  /** Housekeeping goes round once; nothing is too early for it. */
  void round() {
    housekeeping().handleRequest(new SQSEvent(), context("housekeeping").invocation());
  }

  private HousekeepingFunction housekeeping() {
    Map<String, String> impatient = new LinkedHashMap<>(environment);
    impatient.put("EXPUNGE_EVENT_LATE_MINUTES", "0");
    impatient.put("EXPUNGE_TASK_IDLE_MINUTES", "0");
    return new HousekeepingFunction(impatient, functions, log);
  }

  private FunctionContext context(String function) {
    return new FunctionContext(function, INVOCATION, Clock.systemUTC(), log::println);
  }

  Task task(TaskId id) {
    return tasks.find(id).orElseThrow();
  }

  /** Whether the task has ended. */
  boolean hasEnded(TaskId id) {
    return task(id).state().isTerminal();
  }

  /** The report of an ended task, as it is. */
  String report(TaskId id) {
    return new String(objects.read(ResultKeys.report(id)).orElseThrow(), StandardCharsets.UTF_8);
  }

  /** Waits for the end, at which everybody's profile has to be gone, and nobody else's. */
  void endsWithAllDeleted(TaskId id, People people) {
    Eventually.within(PATIENCE, () -> hasEnded(id));
    isExact(id, people, Outcome.DELETED, "deleted,1,");
    assertThat(task(id).state()).isEqualTo(TaskState.COMPLETED);
    assertThat(tables.profiles()).doesNotContainKeys(people.withProfile().toArray(String[]::new));
  }

  /** As far as its records and its report go, an end at which profiles met with this outcome. */
  void isExact(TaskId id, People people, Outcome ofProfiles, String words) {
    Task ended = task(id);
    assertThat(ended.balance()).isEqualTo(people.balance(ofProfiles));
    assertThat(ended.profilesDeleted())
        .isEqualTo(ofProfiles == Outcome.DELETED ? people.withProfile().size() : 0);
    assertThat(ended.openBatches()).isZero();
    assertThat(report(id)).isEqualTo(people.report(words));
    assertThat(tables.profiles()).containsAllEntriesOf(bystanders);
  }

  private <T extends AutoCloseable> T closing(T part) {
    open.push(part);
    return part;
  }

  @Override
  public void close() {
    // A worker that waits behind the proxy would keep its poller from ending.
    proxy.meddler(DynamoDbCall.Meddler.NONE);
    proxy.mend();
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
