package expunge.local.command;

import expunge.local.LocalProblem;
import expunge.local.Ports;
import expunge.local.system.LocalOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a system is started that stays. */
final class StackOptions {
  private static final List<String> SCHEMES = List.of("http", "https");

  @Option(
      names = "--ports",
      paramLabel = "auto",
      description = "auto: take free ports instead of 9090, 9324, 8000 and 3000")
  private @Nullable String ports;

  @Option(names = "--s3-port", description = "port of S3 (9090)")
  private @Nullable Integer s3;

  @Option(names = "--sqs-port", description = "port of SQS (9324)")
  private @Nullable Integer sqs;

  @Option(names = "--dynamodb-port", description = "port of DynamoDB (8000)")
  private @Nullable Integer dynamoDb;

  @Option(names = "--api-port", description = "port of the HTTP API (3000)")
  private @Nullable Integer api;

  @Option(
      names = "--backend",
      paramLabel = "URL",
      description = "another emulator of S3, SQS and DynamoDB, such as moto or LocalStack")
  private @Nullable String backend;

  @Option(
      names = "--datasets",
      paramLabel = "FILE",
      description = "your declaration of datasets, instead of the sample")
  private @Nullable Path datasets;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "how many batches of deletions are worked on at once, and as many of imports"
              + " (${DEFAULT-VALUE}); 0 leaves all of them to './expunge worker'",
      defaultValue = "" + LocalOptions.WORKERS)
  private int workers = LocalOptions.WORKERS;

  @Option(
      names = "--guard",
      description = "let files wait for a confirmation that look like a mistake, as in AWS")
  private boolean guard;

  /**
   * @throws LocalProblem if a value can't be used
   */
  LocalOptions options() {
    if (workers < 0) {
      throw new LocalProblem("--workers is 0 or a number of batches.");
    }
    Path root = root();
    return new LocalOptions(
            root,
            root.resolve(".expunge"),
            chosenPorts(),
            Optional.ofNullable(backend).map(StackOptions::address),
            Optional.ofNullable(datasets),
            workers)
        .guarded(guard);
  }

  /** Of the built project. */
  static Path root() {
    return Path.of(System.getProperty("expunge.root", "."));
  }

  private static URI address(String text) {
    try {
      URI address = new URI(text);
      boolean known =
          Optional.ofNullable(address.getScheme()).filter(SCHEMES::contains).isPresent();
      if (known && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException notOne) {
      throw noAddress(notOne.getReason());
    }
    throw noAddress("no http:// or https:// and host");
  }

  private static LocalProblem noAddress(String why) {
    return new LocalProblem(
        "--backend is the address of an emulator, such as http://127.0.0.1:5000 (" + why + ").");
  }

  private Ports chosenPorts() {
    if (ports != null && !ports.equals("auto")) {
      throw new LocalProblem(
          "--ports knows only 'auto'; for single ports use --s3-port and so on.");
    }
    Ports chosen = ports == null ? Ports.usual() : Ports.free();
    chosen = s3 == null ? chosen : chosen.with(Ports.Service.S3, s3);
    chosen = sqs == null ? chosen : chosen.with(Ports.Service.SQS, sqs);
    chosen = dynamoDb == null ? chosen : chosen.with(Ports.Service.DYNAMODB, dynamoDb);
    return api == null ? chosen : chosen.with(Ports.Service.API, api);
  }
}
