package expunge.local.system;

import expunge.aws.AwsClients;
import expunge.dataset.Datasets;
import expunge.fileintake.FileIntakeFunction;
import expunge.httpapi.HttpApiFunction;
import expunge.local.Ports;
import expunge.local.emulator.EmulatorHome;
import expunge.local.emulator.Emulators;
import expunge.local.function.ApiFront;
import expunge.local.function.FunctionContext;
import expunge.local.function.S3Trigger;
import expunge.local.s3.AccessKey;
import expunge.local.s3.S3Front;
import expunge.local.s3.Subscription;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A running system: started as a whole, closed as a whole in the opposite order. */
public final class LocalSystem implements AutoCloseable {
  private static final Duration INTAKE_TIMEOUT = Duration.ofMinutes(15);
  private static final Duration API_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration BEFORE_RETRY = Duration.ofSeconds(5);

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Clock clock = Clock.systemUTC();
  private final LocalOptions options;
  private final PrintStream log;
  private final AwsClients clients;
  private final LocalSettings settings;

  /**
   * Starts everything, and returns when everything answers.
   *
   * @throws IOException if a file can't be written or a port can't be had
   * @throws expunge.local.PortTakenException if something else listens on one of the ports
   */
  public static LocalSystem start(LocalOptions options) throws IOException {
    return new LocalSystem(options);
  }

  private LocalSystem(LocalOptions options) throws IOException {
    this.options = options;
    Path datasets = datasets();
    this.log = opened(logFile());
    try {
      AtomicReference<Consumer<String>> intake = new AtomicReference<>(_ -> {});
      Emulated emulated = emulated(intake);
      emulated.endpoints().useInThisProcess();
      this.clients = closing(AwsClients.fromEnvironment());
      closing(emulated.s3());
      String queueUrl = new Resources(clients).create(Datasets.parse(Files.readString(datasets)));
      URI api = URI.create("http://127.0.0.1:" + options.ports().of(Ports.Service.API));
      this.settings =
          new LocalSettings(
              emulated.endpoints(),
              api,
              new LocalKeys(),
              Resources.BUCKET,
              Resources.TASKS_TABLE,
              queueUrl,
              datasets);
      startFunctions(intake);
      SettingsFiles.write(options.work(), settings);
    } catch (IOException | RuntimeException failure) {
      close();
      throw failure;
    }
  }

  /** What others have to know to use it. */
  public LocalSettings settings() {
    return settings;
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
      options.ports().requireFree(Ports.Service.S3, Ports.Service.API);
      S3Front front = front(backend.get(), intake);
      return new Emulated(front, new Endpoints(front.endpoint(), backend.get(), backend.get()));
    }
    options.ports().requireFree(Ports.Service.values());
    Emulators emulators = closing(startEmulators());
    S3Front front = front(emulators.s3().endpoint(), intake);
    return new Emulated(
        front,
        new Endpoints(
            front.endpoint(), emulators.sqs().endpoint(), emulators.dynamoDb().endpoint()));
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

  private void startFunctions(AtomicReference<Consumer<String>> intake) throws IOException {
    var environment = settings.functionEnvironment();
    intake.set(
        new S3Trigger(
            new FileIntakeFunction(environment, clients, log),
            context("file-intake", INTAKE_TIMEOUT)));
    closing(
        ApiFront.start(
            options.ports().of(Ports.Service.API),
            new HttpApiFunction(environment, clients, log),
            context("http-api", API_TIMEOUT),
            API_TIMEOUT));
    if (options.workers() > 0) {
      closing(
          WorkerPool.start(
              environment, clients, settings.deletionQueueUrl(), options.workers(), log));
    }
  }

  private FunctionContext context(String function, Duration timeout) {
    return new FunctionContext(function, timeout, clock, log::println);
  }

  private Path datasets() throws IOException {
    Files.createDirectories(options.work());
    if (options.datasets().isPresent()) {
      return options.datasets().get().toAbsolutePath();
    }
    Path copy = options.work().resolve("datasets.json").toAbsolutePath();
    try (InputStream sample =
        LocalSystem.class.getResourceAsStream("/expunge/local/datasets.json")) {
      Files.copy(Objects.requireNonNull(sample), copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy;
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

  /** Stops everything, also where a part of it fails to stop. */
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
