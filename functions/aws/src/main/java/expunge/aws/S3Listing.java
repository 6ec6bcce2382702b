package expunge.aws;

import expunge.object.ListedVersion;
import expunge.object.ObjectVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
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

  /** As the port's. */
  List<ListedVersion> list(String prefix, Optional<ObjectVersion> after, int limit) {
    ListObjectVersionsRequest.Builder request =
        ListObjectVersionsRequest.builder().bucket(bucket).prefix(prefix).maxKeys(limit);
    after.ifPresent(
        last -> request.keyMarker(last.key()).versionIdMarker(last.versionId().orElse(null)));
    return AwsCall.of("S3 ListObjectVersions", () -> read(request.build()));
  }

  /** A page of S3's may be empty although more follow. */
  private List<ListedVersion> read(ListObjectVersionsRequest request) {
    for (ListObjectVersionsResponse page : client.listObjectVersionsPaginator(request)) {
      List<ListedVersion> found = inOrder(page);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** S3 tells versions and marks apart, and only by the second which of two came first. */
  private static List<ListedVersion> inOrder(ListObjectVersionsResponse page) {
    Stream<Listed> versions =
        page.versions().stream()
            .map(v -> new Listed(v.isLatest(), ListedVersion.put(version(v), v.lastModified())));
    Stream<Listed> marks =
        page.deleteMarkers().stream()
            .map(m -> new Listed(m.isLatest(), ListedVersion.deleted(mark(m), m.lastModified())));
    return Stream.concat(marks, versions).sorted(Listed.ORDER).map(Listed::version).toList();
  }

  private static ObjectVersion version(
      software.amazon.awssdk.services.s3.model.ObjectVersion version) {
    return new ObjectVersion(
        version.key(), Optional.ofNullable(version.versionId()), version.eTag().replace("\"", ""));
  }

  private static ObjectVersion mark(DeleteMarkerEntry mark) {
    return new ObjectVersion(mark.key(), Optional.ofNullable(mark.versionId()), "");
  }

  /** Sorting keeps the order of S3 where times are the same. */
  private record Listed(boolean isLatest, ListedVersion version) {
    static final Comparator<Listed> ORDER =
        Comparator.comparing(Listed::key, Arrays::compareUnsigned)
            .thenComparing(Listed::isLatest, Comparator.reverseOrder())
            .thenComparing(listed -> listed.version.lastModified(), Comparator.reverseOrder());

    /** S3 orders keys by their bytes in UTF-8. */
    byte[] key() {
      return version.version().key().getBytes(StandardCharsets.UTF_8);
    }
  }
}
