package expunge.object;

import java.util.Optional;

/**
 * One object, in one version.
 *
 * @param key decoded
 * @param versionId empty where the bucket is not versioned; what S3 says of an object that was put
 *     while versions were suspended, which the next put overwrites, counts as empty
 * @param eTag without quotes
 */
public record ObjectVersion(String key, Optional<String> versionId, String eTag) {
  private static final String SUSPENDED = "null";

  /** Leaves out what is no version. */
  public ObjectVersion {
    versionId = pinning(versionId);
  }

  /** The id if it names one version for good. */
  public static Optional<String> pinning(Optional<String> versionId) {
    return versionId.filter(id -> !id.isEmpty() && !id.equals(SUSPENDED));
  }

  @Override
  public String toString() {
    return "ObjectVersion[" + versionId.orElse("unversioned") + ", " + eTag + "]";
  }
}
