package expunge.simulator.memory;

import expunge.object.ListedVersion;
import expunge.object.ObjectVersion;
import expunge.object.StoredObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** One version of an object with its content, which nobody else holds. */
final class Stored {
  private final StoredObject description;
  private final byte[] content;

  private Stored(StoredObject description, byte[] content) {
    this.description = description;
    this.content = content;
  }

  static Stored of(
      String key,
      Optional<String> versionId,
      Instant at,
      byte[] content,
      Map<String, String> metadata) {
    ObjectVersion version = new ObjectVersion(key, versionId, eTagOf(content));
    return new Stored(new StoredObject(version, content.length, at, metadata), content);
  }

  StoredObject description() {
    return description;
  }

  ListedVersion listed() {
    return ListedVersion.put(description.version(), description.lastModified());
  }

  ObjectVersion version() {
    return description.version();
  }

  byte[] content() {
    return content;
  }

  private static String eTagOf(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has MD5", impossible);
    }
  }
}
