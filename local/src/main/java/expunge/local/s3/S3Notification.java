package expunge.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.avaje.jsonb.Json;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as S3 sends it, with one record, as S3's always have. */
@Json
record S3Notification(@Json.Property("Records") List<Entry> entries) {

  @Json
  record Entry(
      String eventVersion,
      String eventSource,
      String awsRegion,
      String eventTime,
      String eventName,
      Identity userIdentity,
      RequestParameters requestParameters,
      ResponseElements responseElements,
      Subject s3) {}

  @Json
  record Identity(String principalId) {}

  @Json
  record RequestParameters(@Json.Property("sourceIPAddress") String sourceIpAddress) {}

  @Json
  record ResponseElements(
      @Json.Property("x-amz-request-id") String requestId,
      @Json.Property("x-amz-id-2") String hostId) {}

  @Json
  record Subject(String s3SchemaVersion, String configurationId, Bucket bucket, NewObject object) {}

  @Json
  record Bucket(String name, Identity ownerIdentity, String arn) {}

  /**
   * The new object.
   *
   * @param key URL-encoded, a space as a plus sign
   * @param size in bytes
   * @param eTag without quotes
   * @param versionId null and left out where the bucket has no versions
   * @param sequencer grows with each event for a key
   */
  @Json
  record NewObject(
      String key, long size, String eTag, @Nullable String versionId, String sequencer) {}

  static S3Notification of(
      Creation creation, String bucket, StoredObject stored, Instant now, long sequence) {
    NewObject object =
        new NewObject(
            URLEncoder.encode(stored.key(), UTF_8).replace("%2F", "/"),
            stored.size(),
            stored.eTag(),
            stored.versionId().orElse(null),
            "%018X".formatted(sequence));
    Identity owner = new Identity("local");
    Entry entry =
        new Entry(
            "2.1",
            "aws:s3",
            "us-east-1",
            now.truncatedTo(ChronoUnit.MILLIS).toString(),
            creation.eventName(),
            owner,
            new RequestParameters("127.0.0.1"),
            new ResponseElements(UUID.randomUUID().toString(), "local"),
            new Subject(
                "1.0", "local", new Bucket(bucket, owner, "arn:aws:s3:::" + bucket), object));
    return new S3Notification(List.of(entry));
  }
}
