package expunge.task;

import expunge.object.ObjectVersion;

/**
 * The file of a task, pinned: a later object under the same key is another file.
 *
 * @param version which object, in which version
 * @param bytes its size
 */
public record SourceFile(ObjectVersion version, long bytes) {
  /** The last segment of the object's key. */
  public String name() {
    return version.key().substring(version.key().lastIndexOf('/') + 1);
  }
}
