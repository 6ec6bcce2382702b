package expunge.aws;

import expunge.run.ExpungeException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Writes one object piece by piece. It is sent in parts of 8 MiB, or at once where it is smaller.
 * For use by one thread.
 */
final class S3Upload {
  static final int PART_BYTES = 8 << 20;

  private final S3Client client;
  private final String bucket;
  private final String key;
  private final String contentType;
  private final byte[] buffer = new byte[PART_BYTES];
  private final List<CompletedPart> sent = new ArrayList<>();
  private int filled;
  private Optional<String> uploadId = Optional.empty();

  S3Upload(S3Client client, String bucket, String key, String contentType) {
    this.client = client;
    this.bucket = bucket;
    this.key = key;
    this.contentType = contentType;
  }

  void write(byte[] piece) {
    for (int from = 0; from < piece.length; ) {
      if (filled == PART_BYTES) {
        sendPart();
      }
      int count = Math.min(piece.length - from, PART_BYTES - filled);
      System.arraycopy(piece, from, buffer, filled, count);
      filled += count;
      from += count;
    }
  }

  /** Makes the object appear. */
  void complete() {
    if (uploadId.isEmpty()) {
      AwsCall.of(
          "S3 PutObject",
          () ->
              client.putObject(
                  r -> r.bucket(bucket).key(key).contentType(contentType), bufferedBytes()));
      return;
    }
    sendPart();
    AwsCall.of(
        "S3 CompleteMultipartUpload",
        () ->
            client.completeMultipartUpload(
                r ->
                    r.bucket(bucket)
                        .key(key)
                        .uploadId(uploadId.orElseThrow())
                        .multipartUpload(m -> m.parts(sent))));
  }

  /** Removes what was sent. Where that fails too, the bucket's lifecycle does it. */
  void abort(RuntimeException reason) {
    try {
      uploadId.ifPresent(
          id ->
              AwsCall.of(
                  "S3 AbortMultipartUpload",
                  () -> client.abortMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(id))));
    } catch (ExpungeException failure) {
      reason.addSuppressed(failure);
    }
  }

  private void sendPart() {
    String id = uploadId.orElseGet(this::begin);
    uploadId = Optional.of(id);
    int number = sent.size() + 1;
    String eTag =
        AwsCall.of(
                "S3 UploadPart",
                () ->
                    client.uploadPart(
                        r -> r.bucket(bucket).key(key).uploadId(id).partNumber(number),
                        bufferedBytes()))
            .eTag();
    sent.add(CompletedPart.builder().partNumber(number).eTag(eTag).build());
    filled = 0;
  }

  private String begin() {
    return AwsCall.of(
            "S3 CreateMultipartUpload",
            () ->
                client.createMultipartUpload(
                    r -> r.bucket(bucket).key(key).contentType(contentType)))
        .uploadId();
  }

  private RequestBody bufferedBytes() {
    int length = filled;
    return RequestBody.fromContentProvider(
        () -> new ByteArrayInputStream(buffer, 0, length), length, contentType);
  }
}
