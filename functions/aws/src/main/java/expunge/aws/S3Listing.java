package expunge.aws;

import expunge.object.ListedVersion;
import expunge.object.ObjectVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

/** Lists the versions of objects, a page at a time. */
final class S3Listing {
  private final S3Client client;
  private final String bucket;

  S3Listing(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /** As the port's. Markers of deleted objects count in S3's pages, and are left out of ours. */
  List<ListedVersion> list(String prefix, Optional<ObjectVersion> after, int limit) {
    ListObjectVersionsRequest.Builder request =
        ListObjectVersionsRequest.builder().bucket(bucket).prefix(prefix).maxKeys(limit);
    after.ifPresent(
        last -> request.keyMarker(last.key()).versionIdMarker(last.versionId().orElse(null)));
    return AwsCall.of("S3 ListObjectVersions", () -> read(request.build()));
  }

  private List<ListedVersion> read(ListObjectVersionsRequest request) {
    List<ListedVersion> found = new ArrayList<>();
    for (ListObjectVersionsResponse page : client.listObjectVersionsPaginator(request)) {
      page.versions().forEach(version -> found.add(listed(version)));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return found;
  }

  private static ListedVersion listed(
      software.amazon.awssdk.services.s3.model.ObjectVersion version) {
    return new ListedVersion(
        new ObjectVersion(
            version.key(),
            Optional.ofNullable(version.versionId()),
            version.eTag().replace("\"", "")),
        version.lastModified());
  }
}
