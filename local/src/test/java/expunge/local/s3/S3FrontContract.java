package expunge.local.s3;

import static expunge.local.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.local.TestMachine;
import expunge.run.SystemScheduler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** What the front does, whichever emulator is behind it. */
abstract class S3FrontContract {
  private static final String BUCKET = "front";
  private static final int PART = 5 * 1024 * 1024;

  private static final Tag TAG = Tag.builder().key("a").value("b").build();
  private static final CompletedPart UNKNOWN_PART =
      CompletedPart.builder().partNumber(1).eTag("x").build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private InstantSource clock = InstantSource.system();
  private S3Front front;
  private S3Client s3;

  abstract URI upstream();

  @BeforeEach
  void open() throws IOException {
    Subscription subscription =
        new Subscription(List.of("drop/", "uploads/"), events::add, Duration.ofMillis(1), _ -> {});
    AccessKey key = new AccessKey(TestMachine.KEY_ID, TestMachine.SECRET);
    front = S3Front.start(0, upstream(), key, () -> clock.instant(), subscription);
    s3 = TestMachine.s3(front.endpoint());
    try {
      s3.createBucket(request -> request.bucket(BUCKET));
      s3.putBucketVersioning(
          request ->
              request
                  .bucket(BUCKET)
                  .versioningConfiguration(
                      versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
    } catch (BucketAlreadyOwnedByYouException _) {
      // made by an earlier test
    }
  }

  @AfterEach
  void close() {
    s3.close();
    front.close();
  }

  @Test
  void aPutGivesOneEventWithTheEncodedKey() {
    PutObjectResponse put =
        s3.putObject(
            request -> request.bucket(BUCKET).key("drop/кл a+b (1).csv"),
            RequestBody.fromString("MaestraId\n1\n"));

    eventually(() -> assertThat(events).hasSize(1));
    assertThat(events.getFirst())
        .contains(
            "\"eventName\":\"ObjectCreated:Put\"",
            "\"key\":\"drop/%D0%BA%D0%BB+a%2Bb+%281%29.csv\"",
            "\"size\":12",
            "\"eTag\":" + put.eTag(),
            "\"versionId\":\"" + put.versionId() + "\"",
            "\"name\":\"front\"");
  }

  @Test
  void keysOutsideThePrefixesAndFailedPutsGiveNoEvent() {
    s3.putObject(request -> request.bucket(BUCKET).key("results/x"), RequestBody.fromString("x"));
    s3.putObject(request -> request.bucket(BUCKET).key("drop/once"), RequestBody.fromString("1"));
    assertThatThrownBy(
            () ->
                s3.putObject(
                    request -> request.bucket(BUCKET).key("drop/once").ifNoneMatch("*"),
                    RequestBody.fromString("2")))
        .isInstanceOf(S3Exception.class);
    s3.putObjectTagging(
        request ->
            request.bucket(BUCKET).key("drop/once").tagging(tags -> tags.tagSet(List.of(TAG))));

    front.close();
    assertThat(events).hasSize(1);
  }

  @Test
  void aMultipartUploadGivesOneEventWhenItIsComplete() {
    String key = "drop/large.csv";
    String uploadId =
        s3.createMultipartUpload(request -> request.bucket(BUCKET).key(key)).uploadId();
    List<CompletedPart> parts =
        IntStream.of(1, 2)
            .mapToObj(
                number ->
                    CompletedPart.builder()
                        .partNumber(number)
                        .eTag(
                            s3.uploadPart(
                                    request ->
                                        request
                                            .bucket(BUCKET)
                                            .key(key)
                                            .uploadId(uploadId)
                                            .partNumber(number),
                                    RequestBody.fromBytes(new byte[number == 1 ? PART : 3]))
                                .eTag())
                        .build())
            .toList();
    assertThat(events).isEmpty();
    s3.completeMultipartUpload(
        request ->
            request
                .bucket(BUCKET)
                .key(key)
                .uploadId(uploadId)
                .multipartUpload(upload -> upload.parts(parts)));

    eventually(() -> assertThat(events).hasSize(1));
    assertThat(events.getFirst())
        .contains("ObjectCreated:CompleteMultipartUpload", "\"size\":" + (PART + 3));
  }

  @Test
  void aCompletionThatFailsGivesNoEvent() {
    assertThatThrownBy(
            () ->
                s3.completeMultipartUpload(
                    request ->
                        request
                            .bucket(BUCKET)
                            .key("drop/none")
                            .uploadId("4a8f3b1e-0c3e-4d8f-9b8e-0d4c3b2a1f00")
                            .multipartUpload(upload -> upload.parts(List.of(UNKNOWN_PART)))))
        .isInstanceOf(S3Exception.class);

    front.close();
    assertThat(events).isEmpty();
  }

  @Test
  void aCopyGivesAnEventForItsTarget() {
    s3.putObject(
        request -> request.bucket(BUCKET).key("templates/a"), RequestBody.fromString("four"));
    s3.copyObject(
        request ->
            request
                .sourceBucket(BUCKET)
                .sourceKey("templates/a")
                .destinationBucket(BUCKET)
                .destinationKey("drop/copy"));

    eventually(() -> assertThat(events).hasSize(1));
    assertThat(events.getFirst())
        .contains("ObjectCreated:Copy", "\"key\":\"drop/copy\"", "\"size\":4");
  }

  @Test
  void bodiesHeadersAndRangesComeThroughUnchanged() {
    byte[] body = new byte[12_000_000];
    new Random(7).nextBytes(body);
    s3.putObject(
        request -> request.bucket(BUCKET).key("plain/blob").metadata(Map.of("reason", "clean up")),
        RequestBody.fromBytes(body));

    assertThat(
            s3.getObjectAsBytes(request -> request.bucket(BUCKET).key("plain/blob")).asByteArray())
        .isEqualTo(body);
    assertThat(
            s3.getObjectAsBytes(
                    request -> request.bucket(BUCKET).key("plain/blob").range("bytes=11999998-"))
                .asByteArray())
        .containsExactly(body[11_999_998], body[11_999_999]);
    assertThat(s3.headObject(request -> request.bucket(BUCKET).key("plain/blob")))
        .satisfies(
            head -> {
              assertThat(head.contentLength()).isEqualTo(12_000_000);
              assertThat(head.metadata()).containsEntry("reason", "clean up");
            });
    s3.putObject(request -> request.bucket(BUCKET).key("plain/empty"), RequestBody.empty());
    assertThat(
            s3.getObjectAsBytes(request -> request.bucket(BUCKET).key("plain/empty")).asByteArray())
        .isEmpty();
    s3.deleteObject(request -> request.bucket(BUCKET).key("plain/empty"));
  }

  @Test
  void aPresignedUrlUploadsExactlyWhatWasSigned() throws Exception {
    byte[] body = "MaestraId\n1\n".getBytes(UTF_8);
    PresignedPutObjectRequest presigned = presignedPut(body);

    assertThat(put(presigned, presigned.url().toURI(), body).statusCode()).isEqualTo(200);
    eventually(() -> assertThat(events).hasSize(1));
    assertThat(events.getFirst()).contains("\"key\":\"uploads/t1/a+b%2Bc.csv\"");
  }

  @Test
  void aPresignedUrlRefusesAnotherLengthChecksumBodyOrKey() throws Exception {
    byte[] body = "MaestraId\n1\n".getBytes(UTF_8);
    byte[] longer = "MaestraId\n1\n2\n".getBytes(UTF_8);
    byte[] other = "MaestraId\n2\n".getBytes(UTF_8);
    PresignedPutObjectRequest presigned = presignedPut(body);
    URI url = presigned.url().toURI();

    assertRefused(put(presigned, url, longer), 403, "SignatureDoesNotMatch");
    assertRefused(put(presigned, url, other), 400, "");
    assertRefused(
        put(presigned, URI.create(url.toString().replace("t1", "t2")), body),
        403,
        "SignatureDoesNotMatch");
    front.close();
    assertThat(events).isEmpty();
  }

  @Test
  void aPresignedUrlRefusesAnotherMethodAndWhatLacksASignedHeader() throws Exception {
    byte[] body = "MaestraId\n1\n".getBytes(UTF_8);
    PresignedPutObjectRequest presigned = presignedPut(body);
    URI url = presigned.url().toURI();

    assertRefused(get(url), 403, "SignatureDoesNotMatch");
    HttpRequest bare = HttpRequest.newBuilder(url).PUT(BodyPublishers.ofByteArray(body)).build();
    assertRefused(http.send(bare, BodyHandlers.ofString()), 403, "SignatureDoesNotMatch");
    front.close();
    assertThat(events).isEmpty();
  }

  @Test
  void aPresignedUrlThatIsForAFirstUploadRefusesASecond() throws Exception {
    byte[] body = "MaestraId\n1\n".getBytes(UTF_8);
    String key = "uploads/" + UUID.randomUUID() + "/once.csv";
    PresignedPutObjectRequest presigned = presignedPut(key, body);
    URI url = presigned.url().toURI();

    assertThat(put(presigned, url, body).statusCode()).isEqualTo(200);
    assertRefused(put(presigned, url, body), 412, "PreconditionFailed");
    eventually(() -> assertThat(events).hasSize(1));
    assertThat(s3.listObjectVersions(r -> r.bucket(BUCKET).prefix(key)).versions()).hasSize(1);
  }

  @Test
  void ofFirstUploadsAtOnceOneArrives() throws Exception {
    byte[] body = "x".repeat(100_000).getBytes(UTF_8);
    String key = "uploads/" + UUID.randomUUID() + "/once.csv";
    PresignedPutObjectRequest presigned = presignedPut(key, body);
    URI url = presigned.url().toURI();
    Supplier<Integer> upload =
        () -> {
          try {
            return put(presigned, url, body).statusCode();
          } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
          }
        };

    List<Integer> statuses = new SystemScheduler().runAll(Collections.nCopies(8, upload), 8);

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    assertThat(s3.listObjectVersions(r -> r.bucket(BUCKET).prefix(key)).versions()).hasSize(1);
    front.close();
    assertThat(events).hasSize(1);
  }

  @Test
  void aPresignedUrlExpires() throws Exception {
    PresignedPutObjectRequest presigned = presignedPut(new byte[] {1});
    clock = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(11));

    assertRefused(
        put(presigned, presigned.url().toURI(), new byte[] {1}), 403, "Request has expired");
  }

  @Test
  void aPresignedGetIsForTheSignedVersionOnly() throws Exception {
    s3.putObject(
        request -> request.bucket(BUCKET).key("results/r"), RequestBody.fromString("line"));
    try (S3Presigner presigner = TestMachine.presigner(front.endpoint())) {
      URI url =
          presigner
              .presignGetObject(
                  presign ->
                      presign
                          .signatureDuration(Duration.ofMinutes(1))
                          .getObjectRequest(
                              get ->
                                  get.bucket(BUCKET)
                                      .key("results/r")
                                      .responseContentDisposition(
                                          "attachment; filename=\"r e*.csv\"")))
              .url()
              .toURI();

      assertThat(get(url).body()).isEqualTo("line");
      assertRefused(get(URI.create(url + "&versionId=1")), 403, "SignatureDoesNotMatch");
      assertRefused(get(URI.create(url.toString().replace("X-Amz-Date", "X-Date"))), 400, "X-Amz-");
    }
  }

  private HttpResponse<String> get(URI url) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
  }

  private PresignedPutObjectRequest presignedPut(byte[] body) throws Exception {
    return presignedPut(body, put -> put.key("uploads/t1/a b+c.csv"));
  }

  private PresignedPutObjectRequest presignedPut(String key, byte[] body) throws Exception {
    return presignedPut(body, put -> put.key(key).ifNoneMatch("*"));
  }

  private PresignedPutObjectRequest presignedPut(
      byte[] body, Consumer<PutObjectRequest.Builder> more) throws Exception {
    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(body);
    try (S3Presigner presigner = TestMachine.presigner(front.endpoint())) {
      return presigner.presignPutObject(
          presign ->
              presign
                  .signatureDuration(Duration.ofMinutes(10))
                  .putObjectRequest(
                      put ->
                          more.accept(
                              put.bucket(BUCKET)
                                  .contentLength((long) body.length)
                                  .checksumSHA256(Base64.getEncoder().encodeToString(sha256)))));
    }
  }

  private HttpResponse<String> put(PresignedPutObjectRequest presigned, URI url, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).PUT(BodyPublishers.ofByteArray(body));
    presigned
        .signedHeaders()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase("host") && !name.equalsIgnoreCase("content-length")) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static void assertRefused(HttpResponse<String> response, int status, String text) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.body()).contains("<Error>", text);
  }
}
