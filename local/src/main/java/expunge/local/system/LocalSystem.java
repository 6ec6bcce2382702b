package expunge.local.system;

import expunge.aws.AwsClients;
import expunge.dataset.Datasets;
import expunge.fileintake.FileIntakeFunction;
import expunge.housekeeping.HousekeepingFunction;
import expunge.httpapi.HttpApiFunction;
import expunge.local.LocalProblem;
import expunge.local.Ports;
import expunge.local.emulator.EmulatorHome;
import expunge.local.emulator.Emulators;
import expunge.local.function.ApiFront;
import expunge.local.function.FunctionContext;
import expunge.local.function.QueuePoller;
import expunge.local.function.S3Trigger;
import expunge.local.function.Schedule;
import expunge.local.s3.AccessKey;
import expunge.local.s3.S3Front;
import expunge.local.s3.Subscription;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A running system: started as a whole, closed as a whole in the opposite order. */
public final class LocalSystem implements AutoCloseable {
  private static final Duration INTAKE_TIMEOUT = Duration.ofMinutes(15);
  private static final Duration API_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration HOUSEKEEPING_TIMEOUT = Duration.ofMinutes(15);
  private static final Duration HOUSEKEEPING_EVERY = Duration.ofMinutes(5);
  private static final String DEAD_LETTERS_ARN =
      "arn:aws:sqs:us-east-1:000000000000:expunge-deletions-dead";
  private static final String IMPORT_DEAD_LETTERS_ARN =
      "arn:aws:sqs:us-east-1:000000000000:expunge-imports-dead";
  private static final Duration BEFORE_RETRY = Duration.ofSeconds(5);

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Clock clock = Clock.systemUTC();
  private final LocalOptions options;
  private final DatasetsFile declared;
  private final PrintStream log;
  private final AwsClients clients;
  private final LocalSettings settings;

  /**
   * Starts everything, and returns when everything answers.
   *
   * @throws IOException if a file can't be written
   * @throws LocalProblem if its work folder or one of its ports is in use, or the declaration of
   *     the datasets or the backend can't be used; another system that runs is not disturbed
   */
  public static LocalSystem start(LocalOptions options) throws IOException {
    WorkFolder work = WorkFolder.take(options.work());
    try {
      options.ports().requireFree(listening(options));
      options.backend().ifPresent(Backend::requireListening);
      return new LocalSystem(options, work, DatasetsFile.of(options));
    } catch (IOException | RuntimeException failure) {
      work.close();
      throw failure;
    }
  }

  private LocalSystem(LocalOptions options, WorkFolder work, DatasetsFile declared)
      throws IOException {
    this.options = options;
    this.declared = declared;
    closing(work);
    this.log = opened(logFile());
    try {
      AtomicReference<Consumer<String>> intake = new AtomicReference<>(_ -> {});
      Emulated emulated = emulated(intake);
      emulated.endpoints().useInThisProcess();
      this.clients = closing(AwsClients.fromEnvironment());
      AwsClients intakeClients = clientsOf("file-intake"); // closed after the last event
      closing(emulated.s3());
      Resources.Queues queues = new Resources(clients).create(declared.datasets());
      URI api = URI.create("http://127.0.0.1:" + options.ports().of(Ports.Service.API));
      this.settings =
          new LocalSettings(
              emulated.endpoints(),
              api,
              new LocalKeys(),
              Resources.BUCKET,
              Resources.TASKS_TABLE,
              Resources.ACCESS_TABLE,
              queues,
              declared.path(),
              SuppressionKeyFile.in(options.work()),
              options.guard());
      startFunctions(intake, intakeClients);
      closing(() -> SettingsFiles.remove(options.work()));
      SettingsFiles.write(options.work(), settings);
    } catch (IOException | RuntimeException | Error failure) {
      close();
      throw failure;
    }
  }

  /** What others have to know to use it. */
  public LocalSettings settings() {
    return settings;
  }

  /** What it may delete. */
  public Datasets datasets() {
    return declared.datasets();
  }

  /** Clients of it, closed with it. */
  public AwsClients clients() {
    return clients;
  }

  /** Not closed with the emulators: its last events are still taken in by the clients. */
  private record Emulated(S3Front s3, Endpoints endpoints) {}

  private Emulated emulated(AtomicReference<Consumer<String>> intake) throws IOException {
    Optional<URI> backend = options.backend();
    if (backend.isPresent()) {
      S3Front front = front(backend.get(), intake);
      return new Emulated(front, new Endpoints(front.endpoint(), backend.get(), backend.get()));
    }
    Emulators emulators = closing(startEmulators());
    S3Front front = front(emulators.s3().endpoint(), intake);
    return new Emulated(
        front,
        new Endpoints(
            front.endpoint(), emulators.sqs().endpoint(), emulators.dynamoDb().endpoint()));
  }

  private static Ports.Service[] listening(LocalOptions options) {
    return options.backend().isPresent()
        ? new Ports.Service[] {Ports.Service.S3, Ports.Service.API}
        : Ports.Service.values();
  }

  private Emulators startEmulators() {
    return Emulators.start(
        new EmulatorHome(options.root(), options.work()),
        0,
        options.ports().of(Ports.Service.SQS),
        options.ports().of(Ports.Service.DYNAMODB),
        Optional.empty());
  }

  private S3Front front(URI upstream, AtomicReference<Consumer<String>> intake) throws IOException {
    Subscription subscription =
        new Subscription(
            List.of("drop/", "uploads/"),
            event -> intake.get().accept(event),
            BEFORE_RETRY,
            log::println);
    AccessKey key = new AccessKey(Endpoints.ACCESS_KEY_ID, Endpoints.SECRET_ACCESS_KEY);
    int port = options.ports().of(Ports.Service.S3);
    return S3Front.start(port, upstream, key, clock, subscription);
  }

  private void startFunctions(AtomicReference<Consumer<String>> intake, AwsClients intakeClients)
      throws IOException {
    var environment = settings.functionEnvironment();
    intake.set(
        new S3Trigger(
            new FileIntakeFunction(environment, intakeClients, log),
            context("file-intake", INTAKE_TIMEOUT)));
    closing(
        ApiFront.start(
            options.ports().of(Ports.Service.API),
            new HttpApiFunction(environment, clientsOf("http-api"), log),
            context("http-api", API_TIMEOUT),
            API_TIMEOUT));
    startHousekeeping(WorkerPool.shares(environment, Math.max(1, options.workers())));
    if (options.workers() > 0) {
      startWorkers(WorkerPool.shares(environment, options.workers()));
    }
  }

  private void startWorkers(Map<String, String> environment) {
    closing(
        WorkerPool.deleting(
            environment,
            clientsOf("deletion-worker"),
            settings.deletionQueueUrl(),
            options.workers(),
            WorkerPool.TIMEOUT,
            log));
    closing(
        WorkerPool.importing(
            environment,
            clientsOf("import-worker"),
            settings.queues().imports().bells(),
            options.workers(),
            WorkerPool.TIMEOUT,
            log));
  }

  private void startHousekeeping(Map<String, String> environment) {
    AwsClients own = clientsOf("housekeeping");
    HousekeepingFunction function = new HousekeepingFunction(environment, own, log);
    FunctionContext context = context("housekeeping", HOUSEKEEPING_TIMEOUT);
    closing(Schedule.start(HOUSEKEEPING_EVERY, function, context));
    closing(
        QueuePoller.start(
            own.sqs(),
            new QueuePoller.Source(settings.deadLettersUrl(), DEAD_LETTERS_ARN, 1, 1),
            function,
            context));
    closing(
        QueuePoller.start(
            own.sqs(),
            new QueuePoller.Source(
                settings.queues().imports().deadLetters(), IMPORT_DEAD_LETTERS_ARN, 1, 1),
            function,
            context));
  }

  private AwsClients clientsOf(String function) {
    return closing(options.clients().apply(function));
  }

  private FunctionContext context(String function, Duration timeout) {
    return new FunctionContext(function, timeout, clock, log::println);
  }

  private Path logFile() throws IOException {
    return Files.createDirectories(options.work().resolve("log")).resolve("functions.log");
  }

  private PrintStream opened(Path file) throws IOException {
    return closing(new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8));
  }

  private <T extends AutoCloseable> T closing(T part) {
    running.push(part);
    return part;
  }

  /**
   * Stops everything, also where a part of it fails to stop. What is under way may take {@link
   * expunge.local.Ending#GRACE} to end and is interrupted then. A second call does nothing.
   */
  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception failure) {
        log.println("not stopped in order: " + failure.getClass().getName());
      }
    }
  }
}
