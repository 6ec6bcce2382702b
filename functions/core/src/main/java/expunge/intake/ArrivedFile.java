package expunge.intake;

import expunge.object.ObjectVersion;
import java.util.Optional;

/**
 * An object that the bucket says was created.
 *
 * @param key decoded
 * @param versionId empty where the bucket is not versioned
 */
public record ArrivedFile(String bucket, String key, Optional<String> versionId) {
  /** Leaves out what is no version. */
  public ArrivedFile {
    versionId = ObjectVersion.pinning(versionId);
  }

  @Override
  public String toString() {
    return "ArrivedFile[" + versionId.orElse("unversioned") + "]";
  }
}
