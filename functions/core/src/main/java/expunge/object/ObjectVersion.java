package expunge.object;

import java.util.Optional;

/**
 * One object, in one version.
 *
 * @param key decoded
 * @param versionId empty where the bucket is not versioned
 * @param eTag without quotes
 */
public record ObjectVersion(String key, Optional<String> versionId, String eTag) {
  @Override
  public String toString() {
    return "ObjectVersion[" + versionId.orElse("unversioned") + ", " + eTag + "]";
  }
}
