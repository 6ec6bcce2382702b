package expunge.task;

import expunge.object.ObjectVersion;
import java.util.Optional;

/**
 * The file of a task, pinned: a later object under the same key is another file.
 *
 * @param version which object, in which version
 * @param bytes its size
 */
public record SourceFile(ObjectVersion version, long bytes) {
  /** A file that is not there yet: its key alone is known. */
  public static SourceFile awaited(String key) {
    return new SourceFile(new ObjectVersion(key, Optional.empty(), ""), 0);
  }

  /** Whether it is there, and known by its version. */
  public boolean isPinned() {
    return !version.eTag().isEmpty();
  }

  /** The last segment of the object's key. */
  public String name() {
    return version.key().substring(version.key().lastIndexOf('/') + 1);
  }
}
