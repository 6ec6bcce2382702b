package expunge.aws;

import expunge.run.ExpungeException;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** Deletes objects by the beginning of their keys, a page of a thousand at a time. */
final class S3Deletion {
  private final S3Client client;
  private final String bucket;

  S3Deletion(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /** As the port's; what was deleted before a failure stays deleted. */
  void deleteAll(String prefix) {
    if (prefix.isEmpty()) {
      throw new IllegalArgumentException("a whole bucket is never deleted");
    }
    AwsCall.of(
        "S3 ListObjectsV2",
        () -> {
          client.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix)).forEach(this::delete);
          return prefix;
        });
  }

  private void delete(ListObjectsV2Response page) {
    List<ObjectIdentifier> objects =
        page.contents().stream()
            .map(object -> ObjectIdentifier.builder().key(object.key()).build())
            .toList();
    if (objects.isEmpty()) {
      return;
    }
    DeleteObjectsResponse response =
        AwsCall.of(
            "S3 DeleteObjects",
            () ->
                client.deleteObjects(
                    r -> r.bucket(bucket).delete(d -> d.objects(objects).quiet(true))));
    if (!response.errors().isEmpty()) {
      throw new ExpungeException.Retryable(
          "S3 DeleteObjects left objects: " + response.errors().getFirst().code(), null);
    }
  }
}
