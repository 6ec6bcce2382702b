package expunge.local.command;

import expunge.local.Ports;
import expunge.local.system.LocalOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that starts a system. */
final class StackOptions {
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
  private @Nullable URI backend;

  @Option(
      names = "--datasets",
      paramLabel = "FILE",
      description = "your declaration of datasets, instead of the sample")
  private @Nullable Path datasets;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "how many batches are worked on at once (${DEFAULT-VALUE}); 0 leaves them to"
              + " './expunge worker'",
      defaultValue = "" + LocalOptions.WORKERS)
  private int workers = LocalOptions.WORKERS;

  LocalOptions options(boolean freePorts) {
    if (datasets != null && !Files.isReadable(datasets)) {
      throw new CommandProblem("--datasets: the file can't be read; give the path of a JSON file");
    }
    Path root = Path.of(System.getProperty("expunge.root", "."));
    return new LocalOptions(
        root,
        root.resolve(".expunge"),
        chosenPorts(freePorts),
        Optional.ofNullable(backend),
        Optional.ofNullable(datasets),
        workers);
  }

  private Ports chosenPorts(boolean freePorts) {
    if (ports != null && !ports.equals("auto")) {
      throw new CommandProblem(
          "--ports knows only 'auto'; for single ports use --s3-port and so on");
    }
    Ports chosen = freePorts || ports != null ? Ports.free() : Ports.usual();
    chosen = s3 == null ? chosen : chosen.with(Ports.Service.S3, s3);
    chosen = sqs == null ? chosen : chosen.with(Ports.Service.SQS, sqs);
    chosen = dynamoDb == null ? chosen : chosen.with(Ports.Service.DYNAMODB, dynamoDb);
    return api == null ? chosen : chosen.with(Ports.Service.API, api);
  }
}
