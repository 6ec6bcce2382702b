package expunge.object;

import java.time.Instant;
import java.util.Map;

/**
 * What the bucket says of an object.
 *
 * @param bytes its size
 * @param metadata the uploader's own entries; names in lower case, without {@code x-amz-meta-}
 */
public record StoredObject(
    ObjectVersion version, long bytes, Instant lastModified, Map<String, String> metadata) {
  /** Copies the metadata. */
  public StoredObject {
    metadata = Map.copyOf(metadata);
  }

  /** Without the metadata, which are the uploader's own words. */
  @Override
  public String toString() {
    return "StoredObject[" + version + ", " + bytes + " bytes]";
  }
}
