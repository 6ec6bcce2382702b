package expunge.local.contract;

import expunge.aws.AccessTable;
import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.aws.TasksTable;
import expunge.local.TestMachine;
import expunge.local.emulator.Emulators;
import expunge.run.SystemScheduler;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;

/**
 * A tasks table, an access table, a versioned bucket and a queue on the emulators, and the ports
 * over them; made once for all contracts. The clients find their settings as in a function, here by
 * the SDK's system properties.
 */
final class EmulatedAws {
  static final String S3 = "aws.endpointUrlS3";
  private static final String DYNAMO_DB = "aws.endpointUrlDynamoDb";

  static final String TASKS = "contract-tasks";
  static final String ACCESS = "contract-access";
  static final String BUCKET = "contract";
  static final AwsClients CLIENTS = clients();
  static final AwsPorts PORTS = new AwsPorts(CLIENTS, new SystemScheduler());
  static final String QUEUE_URL =
      CLIENTS.sqs().createQueue(r -> r.queueName("contract")).queueUrl();

  static {
    CLIENTS.dynamoDb().createTable(TasksTable.definition(TASKS));
    CLIENTS.dynamoDb().updateTimeToLive(TasksTable.timeToLive(TASKS));
    CLIENTS.dynamoDb().createTable(AccessTable.definition(ACCESS));
    CLIENTS.dynamoDb().updateTimeToLive(AccessTable.timeToLive(ACCESS));
    makeBucket(CLIENTS.s3());
  }

  private EmulatedAws() {}

  static void makeBucket(S3Client s3) {
    makeBucket(s3, BUCKET);
  }

  static void makeBucketUnlessThere(S3Client s3, String bucket) {
    try {
      makeBucket(s3, bucket);
    } catch (BucketAlreadyOwnedByYouException _) {
      // made by an earlier test
    }
  }

  static void makeBucket(S3Client s3, String bucket) {
    s3.createBucket(r -> r.bucket(bucket));
    s3.putBucketVersioning(r -> r.bucket(bucket).versioningConfiguration(v -> v.status("Enabled")));
  }

  /** Clients of their own; those of the other services are of no use. */
  static AwsClients clientsWithS3At(URI endpoint) {
    return clientsWith(S3, endpoint);
  }

  /** Clients of their own; those of the other services are of no use. */
  static AwsClients clientsWithDynamoDbAt(URI endpoint) {
    return clientsWith(DYNAMO_DB, endpoint);
  }

  /**
   * The same clients, but one of DynamoDB whose calls this one sees; it repeats without waiting.
   */
  static AwsClients clientsWith(ExecutionInterceptor interceptor) {
    DynamoDbClient dynamoDb =
        DynamoDbClient.builder()
            .httpClient(CLIENTS.http())
            .overrideConfiguration(
                c ->
                    c.addExecutionInterceptor(interceptor)
                        .retryStrategy(r -> r.backoffStrategy(BackoffStrategy.retryImmediately())))
            .build();
    return new AwsClients(
        dynamoDb,
        CLIENTS.s3(),
        CLIENTS.presigner(),
        CLIENTS.sqs(),
        CLIENTS.secrets(),
        CLIENTS.http());
  }

  /** Clients of their own; those of the other services are of no use. */
  static AwsClients clientsWithSecretsAt(URI endpoint) {
    return clientsWith("aws.endpointUrlSecretsManager", endpoint);
  }

  private static AwsClients clientsWith(String setting, URI endpoint) {
    String before = System.setProperty(setting, endpoint.toString());
    try {
      AwsClients clients = AwsClients.fromEnvironment();
      clients.secrets().get(); // made with the setting, as the others are
      return clients;
    } finally {
      restore(setting, before);
    }
  }

  private static void restore(String setting, @Nullable String before) {
    if (before == null) {
      System.clearProperty(setting);
    } else {
      System.setProperty(setting, before);
    }
  }

  private static AwsClients clients() {
    Emulators emulators = TestMachine.emulators();
    Map<String, String> settings =
        Map.of(
            DYNAMO_DB,
            emulators.dynamoDb().endpoint().toString(),
            S3,
            emulators.s3().endpoint().toString(),
            "aws.endpointUrlSqs",
            emulators.sqs().endpoint().toString(),
            "aws.region",
            "us-east-1",
            "aws.accessKeyId",
            TestMachine.KEY_ID,
            "aws.secretAccessKey",
            TestMachine.SECRET);
    settings.forEach(System::setProperty);
    return AwsClients.fromEnvironment();
  }
}
