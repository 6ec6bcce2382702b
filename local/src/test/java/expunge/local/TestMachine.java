package expunge.local;

import expunge.aws.AwsClients;
import expunge.local.emulator.EmulatorHome;
import expunge.local.emulator.Emulators;
import expunge.local.system.Endpoints;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The emulators that all tests of a run share, and clients for them. */
public final class TestMachine {
  /** DynamoDB Local takes only letters and digits. */
  public static final String KEY_ID = "testkey";

  public static final String SECRET = "test-secret";
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, SECRET));

  private TestMachine() {}

  private static final class Running {
    static final Emulators EMULATORS = start();
  }

  private static Emulators start() {
    Ports ports = Ports.free();
    Emulators emulators =
        Emulators.start(
            home(),
            0,
            ports.of(Ports.Service.SQS),
            ports.of(Ports.Service.DYNAMODB),
            Optional.empty());
    Runtime.getRuntime().addShutdownHook(new Thread(emulators::close));
    return emulators;
  }

  public static EmulatorHome home() {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("expunge.root")));
    return new EmulatorHome(root, root.resolve("local/target/expunge"));
  }

  public static Emulators emulators() {
    return Running.EMULATORS;
  }

  /** Clients of these emulators, as a function has them, whose calls the interceptors see. */
  public static AwsClients clients(ExecutionInterceptor... interceptors) {
    Emulators all = emulators();
    return clients(
        new Endpoints(all.s3().endpoint(), all.sqs().endpoint(), all.dynamoDb().endpoint()),
        interceptors);
  }

  /** As a function has them; the SDK finds endpoints where others may count on their own. */
  public static synchronized AwsClients clients(
      Endpoints endpoints, ExecutionInterceptor... interceptors) {
    Map<String, Optional<String>> before = new LinkedHashMap<>();
    for (String property :
        List.of("aws.endpointUrlS3", "aws.endpointUrlSqs", "aws.endpointUrlDynamoDb")) {
      before.put(property, Optional.ofNullable(System.getProperty(property)));
    }
    endpoints.useInThisProcess();
    try {
      return AwsClients.fromEnvironment(interceptors);
    } finally {
      before.forEach(
          (property, value) ->
              value.ifPresentOrElse(
                  old -> System.setProperty(property, old), () -> System.clearProperty(property)));
    }
  }

  public static S3Client s3(URI endpoint) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(CREDENTIALS)
        .forcePathStyle(true)
        .build();
  }

  public static S3Presigner presigner(URI endpoint) {
    return S3Presigner.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(CREDENTIALS)
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .build();
  }

  public static SqsClient sqs() {
    return SqsClient.builder()
        .endpointOverride(emulators().sqs().endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(CREDENTIALS)
        .build();
  }

  public static DynamoDbClient dynamoDb(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(CREDENTIALS)
        .build();
  }
}
