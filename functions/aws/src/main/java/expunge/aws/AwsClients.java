package expunge.aws;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The clients of one process, over one pool of connections. Safe for use by several threads.
 *
 * @param presigner signs links to the same S3
 */
public record AwsClients(
    DynamoDbClient dynamoDb,
    S3Client s3,
    S3Presigner presigner,
    SqsClient sqs,
    Secrets secrets,
    SdkHttpClient http)
    implements AutoCloseable {
  /**
   * The longest that a call to DynamoDB, SQS or Secrets Manager takes, with the SDK's own
   * repetitions.
   */
  public static final Duration CALL = Duration.ofSeconds(10);

  /** The longest that a call to S3 takes until its answer begins. */
  public static final Duration OBJECT_CALL = Duration.ofSeconds(60);

  private static final Duration ATTEMPT = Duration.ofSeconds(5);
  private static final Duration OBJECT_ATTEMPT = Duration.ofSeconds(25);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration SILENCE = Duration.ofSeconds(20);
  private static final int CONNECTIONS = 100;

  /**
   * Clients with the region, credentials and endpoints that the SDK finds in its environment.
   *
   * @param interceptors see every call, but not the making of a link
   * @throws software.amazon.awssdk.core.exception.SdkClientException if there is no region
   */
  public static AwsClients fromEnvironment(ExecutionInterceptor... interceptors) {
    return over(
        Apache5HttpClient.builder()
            .connectionTimeout(CONNECT)
            .connectionAcquisitionTimeout(ATTEMPT)
            .socketTimeout(SILENCE)
            .maxConnections(CONNECTIONS)
            .build(),
        () -> DefaultCredentialsProvider.builder().build(),
        interceptors);
  }

  /**
   * As {@link #fromEnvironment}, over another transport and with other credentials.
   *
   * @param http closed with the clients
   * @param credentials asked once for each client when it is made, which closes what it gets
   */
  static AwsClients over(
      SdkHttpClient http,
      Supplier<AwsCredentialsProvider> credentials,
      ExecutionInterceptor... interceptors) {
    List<ExecutionInterceptor> all = List.of(interceptors);
    ClientOverrideConfiguration rules = within(ATTEMPT, CALL, all);
    S3Client s3 = s3(http, credentials, within(OBJECT_ATTEMPT, OBJECT_CALL, all));
    return new AwsClients(
        DynamoDbClient.builder()
            .httpClient(http)
            .credentialsProvider(credentials.get())
            .overrideConfiguration(rules)
            .build(),
        s3,
        S3Presigner.builder().s3Client(s3).credentialsProvider(credentials.get()).build(),
        SqsClient.builder()
            .httpClient(http)
            .credentialsProvider(credentials.get())
            .overrideConfiguration(rules)
            .build(),
        new Secrets(
            () ->
                SecretsManagerClient.builder()
                    .httpClient(http)
                    .credentialsProvider(credentials.get())
                    .overrideConfiguration(rules)
                    .build()),
        http);
  }

  // An endpoint of one's own seldom has a host name per bucket.
  private static S3Client s3(
      SdkHttpClient http,
      Supplier<AwsCredentialsProvider> credentials,
      ClientOverrideConfiguration rules) {
    S3Client s3 = s3(http, credentials.get(), rules, false);
    if (s3.serviceClientConfiguration().endpointOverride().isEmpty()) {
      return s3;
    }
    s3.close();
    return s3(http, credentials.get(), rules, true);
  }

  private static S3Client s3(
      SdkHttpClient http,
      AwsCredentialsProvider credentials,
      ClientOverrideConfiguration rules,
      boolean pathStyle) {
    return S3Client.builder()
        .httpClient(http)
        .credentialsProvider(credentials)
        .forcePathStyle(pathStyle)
        .overrideConfiguration(rules)
        .build();
  }

  private static ClientOverrideConfiguration within(
      Duration attempt, Duration call, List<ExecutionInterceptor> interceptors) {
    return ClientOverrideConfiguration.builder()
        .apiCallAttemptTimeout(attempt)
        .apiCallTimeout(call)
        .retryStrategy(RetryMode.STANDARD)
        .executionInterceptors(interceptors)
        .build();
  }

  /**
   * The client of Secrets Manager, made when it is first asked for: only a function that remembers
   * whom it deletes ever calls it, and all would wait for it at each start. For many threads.
   */
  public static final class Secrets implements Supplier<SecretsManagerClient>, AutoCloseable {
    private final Supplier<SecretsManagerClient> maker;
    private Optional<SecretsManagerClient> made = Optional.empty();

    private Secrets(Supplier<SecretsManagerClient> maker) {
      this.maker = maker;
    }

    /**
     * The client, the same on each call.
     *
     * @throws software.amazon.awssdk.core.exception.SdkClientException if there is no region
     */
    @Override
    public synchronized SecretsManagerClient get() {
      SecretsManagerClient client = made.orElseGet(maker);
      made = Optional.of(client);
      return client;
    }

    /** Closes the client where there is one. */
    @Override
    public synchronized void close() {
      made.ifPresent(client -> client.close());
    }
  }

  @Override
  public void close() {
    dynamoDb.close();
    presigner.close();
    s3.close();
    sqs.close();
    secrets.close();
    http.close();
  }
}
