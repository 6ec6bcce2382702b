package expunge.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.local.Ports;
import expunge.local.TestMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class EmulatorsIT {
  private static final Emulators EMULATORS = TestMachine.emulators();

  @Test
  void allListenOnTheLoopbackAddressAlone() throws Exception {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .filter(network -> !isLoopback(network))
            .flatMap(NetworkInterface::inetAddresses)
            .toList();

    for (Emulator emulator : List.of(EMULATORS.s3(), EMULATORS.sqs(), EMULATORS.dynamoDb())) {
      for (InetAddress other : others) {
        assertThatThrownBy(() -> connect(other, emulator.endpoint().getPort()))
            .isInstanceOf(IOException.class);
      }
    }
  }

  private static boolean isLoopback(NetworkInterface network) {
    try {
      return network.isLoopback();
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void connect(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 1_000);
    }
  }

  @Test
  void anObjectIsWrittenOnceUnderACondition() {
    try (S3Client s3 = TestMachine.s3(EMULATORS.s3().endpoint())) {
      s3.createBucket(request -> request.bucket("condition"));
      s3.putObject(
          request -> request.bucket("condition").key("plan").ifNoneMatch("*"),
          RequestBody.fromString("first"));

      assertThatThrownBy(
              () ->
                  s3.putObject(
                      request -> request.bucket("condition").key("plan").ifNoneMatch("*"),
                      RequestBody.fromString("second")))
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
      assertThat(text(s3, "condition", "plan", Optional.empty())).isEqualTo("first");
    }
  }

  @Test
  void aRangeOfAnOldVersionIsReadAfterTheObjectWasOverwritten() {
    try (S3Client s3 = TestMachine.s3(EMULATORS.s3().endpoint())) {
      s3.createBucket(request -> request.bucket("versions"));
      s3.putBucketVersioning(
          request ->
              request
                  .bucket("versions")
                  .versioningConfiguration(
                      versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
      String first = put(s3, "0123456789");
      String second = put(s3, "abcdefghij");

      assertThat(first).isNotEqualTo(second);
      String range =
          s3.getObjectAsBytes(
                  request ->
                      request.bucket("versions").key("a b").versionId(first).range("bytes=2-4"))
              .asUtf8String();
      assertThat(range).isEqualTo("234");
      HeadObjectResponse head =
          s3.headObject(request -> request.bucket("versions").key("a b").versionId(first));
      assertThat(head.metadata()).containsEntry("reason", "clean up");
      assertThat(head.contentLength()).isEqualTo(10);
      s3.deleteObject(request -> request.bucket("versions").key("a b"));
      assertThatThrownBy(() -> text(s3, "versions", "a b", Optional.empty()))
          .isInstanceOf(NoSuchKeyException.class);
      assertThat(text(s3, "versions", "a b", Optional.of(second))).isEqualTo("abcdefghij");
    }
  }

  private static String put(S3Client s3, String body) {
    return s3.putObject(
            request -> request.bucket("versions").key("a b").metadata(Map.of("reason", "clean up")),
            RequestBody.fromString(body))
        .versionId();
  }

  private static String text(S3Client s3, String bucket, String key, Optional<String> version) {
    return s3.getObjectAsBytes(
            request -> request.bucket(bucket).key(key).versionId(version.orElse(null)))
        .asUtf8String();
  }

  @Test
  void aBodyOverTheUsualLimitIsTakenWhole() {
    try (S3Client s3 = TestMachine.s3(EMULATORS.s3().endpoint())) {
      s3.createBucket(request -> request.bucket("large"));
      s3.putObject(
          request -> request.bucket("large").key("file"),
          RequestBody.fromBytes(new byte[20_000_000]));

      assertThat(s3.headObject(request -> request.bucket("large").key("file")).contentLength())
          .isEqualTo(20_000_000);
    }
  }

  @Test
  void twoInOneProcessHoldNothingInCommon() {
    int port = Ports.free().of(Ports.Service.DYNAMODB);
    try (Emulator other = DynamoDbLocal.start(TestMachine.home(), port, Optional.empty());
        Emulator objects = S3Mock.start(TestMachine.home(), 0);
        DynamoDbClient tables = TestMachine.dynamoDb(other.endpoint());
        DynamoDbClient ours = TestMachine.dynamoDb(EMULATORS.dynamoDb().endpoint());
        S3Client buckets = TestMachine.s3(objects.endpoint())) {
      create(tables, "only-there");
      buckets.createBucket(request -> request.bucket("only-there"));

      assertThat(tables.listTables().tableNames()).containsExactly("only-there");
      assertThat(ours.listTablesPaginator().tableNames()).doesNotContain("only-there");
      assertThat(buckets.listBuckets().buckets()).hasSize(1);
    }
  }

  @Test
  void tablesOutliveTheirServerInAStore(@TempDir Path store) {
    URI endpoint;
    int port = Ports.free().of(Ports.Service.DYNAMODB);
    try (Emulator first = DynamoDbLocal.start(TestMachine.home(), port, Optional.of(store));
        DynamoDbClient client = TestMachine.dynamoDb(first.endpoint())) {
      endpoint = first.endpoint();
      create(client, "profiles");
    }
    try (Emulator second = DynamoDbLocal.start(TestMachine.home(), port, Optional.of(store));
        DynamoDbClient client = TestMachine.dynamoDb(second.endpoint())) {
      assertThat(second.endpoint()).isEqualTo(endpoint);
      assertThat(client.listTables().tableNames()).containsExactly("profiles");
    }
  }

  private static void create(DynamoDbClient client, String name) {
    client.createTable(
        table ->
            table
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key("id"))
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build()));
  }

  private static KeySchemaElement key(String name) {
    return KeySchemaElement.builder().attributeName(name).keyType(KeyType.HASH).build();
  }

  @Test
  void missingLibrariesSayWhatToDo(@TempDir Path empty) {
    assertThatThrownBy(() -> ElasticMq.start(new EmulatorHome(empty, empty), 0))
        .hasMessageContaining("build the project");
  }

  @Test
  void closingTwiceIsHarmless() {
    Emulator emulator = ElasticMq.start(TestMachine.home(), Ports.free().of(Ports.Service.SQS));
    emulator.close();
    emulator.close();
  }
}
