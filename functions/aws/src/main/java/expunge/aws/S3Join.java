package expunge.aws;

import expunge.object.ObjectGone;
import expunge.run.Scheduler;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** Joins objects to one, holding no more of them in memory than one part and a few objects. */
final class S3Join {
  private static final int AHEAD = 8;

  private final S3Client client;
  private final String bucket;
  private final Scheduler scheduler;

  S3Join(S3Client client, String bucket, Scheduler scheduler) {
    this.client = client;
    this.bucket = bucket;
    this.scheduler = scheduler;
  }

  /** As the port's. What was uploaded before a failure is removed. */
  void join(
      String key, String contentType, byte[] head, List<String> parts, UnaryOperator<byte[]> each) {
    S3Upload upload = new S3Upload(client, bucket, key, contentType);
    try {
      upload.write(head);
      for (int from = 0; from < parts.size(); from += AHEAD) {
        fetch(parts.subList(from, Math.min(from + AHEAD, parts.size())))
            .forEach(part -> upload.write(each.apply(part)));
      }
      upload.complete();
    } catch (RuntimeException failure) {
      upload.abort(failure);
      throw failure;
    }
  }

  private List<byte[]> fetch(List<String> keys) {
    return scheduler.runAll(keys.stream().map(this::fetching).toList(), AHEAD);
  }

  private Supplier<byte[]> fetching(String key) {
    GetObjectRequest newest = GetObjectRequest.builder().bucket(bucket).key(key).build();
    return () ->
        S3Call.find("S3 GetObject", () -> client.getObject(newest, ResponseTransformer.toBytes()))
            .orElseThrow(ObjectGone::new)
            .asByteArrayUnsafe();
  }
}
