package expunge.aws;

import expunge.object.ListedVersion;
import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.object.Sha256;
import expunge.object.StoredObject;
import expunge.object.Upload;
import expunge.run.Scheduler;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** One bucket. Objects that were pinned are asked for by their version and by their ETag. */
final class S3ObjectStore implements ObjectStore {
  private final S3Client client;
  private final S3Presigner presigner;
  private final String bucket;
  private final S3Join join;
  private final S3Deletion deletion;
  private final S3Listing listing;

  S3ObjectStore(S3Client client, S3Presigner presigner, String bucket, Scheduler scheduler) {
    this.client = client;
    this.presigner = presigner;
    this.bucket = bucket;
    this.join = new S3Join(client, bucket, scheduler);
    this.deletion = new S3Deletion(client, bucket);
    this.listing = new S3Listing(client, bucket);
  }

  @Override
  public String bucket() {
    return bucket;
  }

  @Override
  public Optional<StoredObject> describe(String key, Optional<String> versionId) {
    return S3Call.find(
            "S3 HeadObject",
            () ->
                client.headObject(r -> r.bucket(bucket).key(key).versionId(versionId.orElse(null))))
        .map(head -> stored(key, head));
  }

  @Override
  public InputStream open(ObjectVersion version) {
    ResponseInputStream<GetObjectResponse> content =
        S3Call.find(
                "S3 GetObject",
                () ->
                    client.getObject(pinned(version).build(), ResponseTransformer.toInputStream()))
            .orElseThrow(ObjectGone::new);
    return new ObjectStream(content);
  }

  @Override
  public byte[] read(ObjectVersion version, long start, int length) {
    if (start < 0 || length < 1) {
      throw new IllegalArgumentException("a range holds at least one byte");
    }
    GetObjectRequest range =
        pinned(version).range("bytes=" + start + "-" + (start + length - 1)).build();
    return S3Call.find("S3 GetObject", () -> client.getObject(range, ResponseTransformer.toBytes()))
        .map(content -> content.asByteArray())
        .filter(content -> content.length == length)
        .orElseThrow(ObjectGone::new);
  }

  @Override
  public Optional<byte[]> read(String key) {
    GetObjectRequest newest = GetObjectRequest.builder().bucket(bucket).key(key).build();
    return S3Call.find(
            "S3 GetObject", () -> client.getObject(newest, ResponseTransformer.toBytes()))
        .map(content -> content.asByteArray());
  }

  @Override
  public void put(String key, String contentType, byte[] content) {
    AwsCall.of(
        "S3 PutObject",
        () ->
            client.putObject(
                r -> r.bucket(bucket).key(key).contentType(contentType),
                RequestBody.fromBytes(content)));
  }

  @Override
  public boolean replace(String key, String contentType, byte[] content, Optional<String> eTag) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder().bucket(bucket).key(key).contentType(contentType);
    eTag.ifPresentOrElse(
        standing -> request.ifMatch('"' + standing + '"'), () -> request.ifNoneMatch("*"));
    return S3Call.find(
            "S3 PutObject", () -> client.putObject(request.build(), RequestBody.fromBytes(content)))
        .isPresent();
  }

  @Override
  public void join(
      String key, String contentType, byte[] head, List<String> parts, UnaryOperator<byte[]> each) {
    join.join(key, contentType, head, parts, each);
  }

  @Override
  public List<ListedVersion> list(String prefix, Optional<ObjectVersion> after, int limit) {
    return listing.list(prefix, after, limit);
  }

  @Override
  public void deleteAll(String prefix) {
    deletion.deleteAll(prefix);
  }

  @Override
  public URI linkTo(String key, Duration validFor) {
    GetObjectRequest newest = GetObjectRequest.builder().bucket(bucket).key(key).build();
    return URI.create(
        AwsCall.of(
                "S3 presign",
                () ->
                    presigner.presignGetObject(
                        r -> r.signatureDuration(validFor).getObjectRequest(newest)))
            .url()
            .toString());
  }

  @Override
  public Upload uploadTo(String key, long bytes, Sha256 sha256, Duration validFor) {
    if (bytes < 1 || bytes > LARGEST_PUT) {
      throw new IllegalArgumentException("no put takes " + bytes + " bytes");
    }
    PutObjectRequest put =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .contentLength(bytes)
            .checksumSHA256(sha256.base64())
            .ifNoneMatch("*")
            .build();
    PresignedPutObjectRequest presigned =
        AwsCall.of(
            "S3 presign",
            () ->
                presigner.presignPutObject(
                    r -> r.signatureDuration(validFor).putObjectRequest(put)));
    return new Upload(
        URI.create(presigned.url().toString()),
        toBeSent(presigned.signedHeaders()),
        presigned.expiration());
  }

  /** All that is signed but the host, which every client sends by itself. */
  private static Map<String, String> toBeSent(Map<String, List<String>> signed) {
    return signed.entrySet().stream()
        .filter(header -> !header.getKey().equalsIgnoreCase("host"))
        .collect(
            Collectors.toMap(Map.Entry::getKey, header -> String.join(",", header.getValue())));
  }

  private GetObjectRequest.Builder pinned(ObjectVersion version) {
    return GetObjectRequest.builder()
        .bucket(bucket)
        .key(version.key())
        .versionId(version.versionId().orElse(null))
        .ifMatch('"' + version.eTag() + '"');
  }

  private static StoredObject stored(String key, HeadObjectResponse head) {
    return new StoredObject(
        new ObjectVersion(
            key, Optional.ofNullable(head.versionId()), head.eTag().replace("\"", "")),
        head.contentLength(),
        head.lastModified(),
        metadata(head.metadata()));
  }

  /** Names in lower case, and values as they were given: S3 encodes what is not ASCII. */
  static Map<String, String> metadata(Map<String, String> headers) {
    return headers.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().toLowerCase(Locale.ROOT),
                entry -> EncodedWords.decode(entry.getValue()),
                (first, second) -> first));
  }
}
