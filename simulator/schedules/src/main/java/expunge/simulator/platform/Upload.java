package expunge.simulator.platform;

import expunge.object.ObjectVersion;
import expunge.task.TaskId;

/** A file that somebody dropped, or that was written for a retry. */
public final class Upload {
  private final ObjectVersion version;
  private final byte[] content;
  private final long at;
  private final TaskId task;

  Upload(ObjectVersion version, byte[] content, long at) {
    this.version = version;
    this.content = content.clone();
    this.at = at;
    this.task = taskOf(version);
  }

  /** The one task that stands for a version of an object. */
  static TaskId taskOf(ObjectVersion version) {
    String[] path = version.key().split("/", -1);
    return path[0].equals("uploads")
        ? new TaskId(path[1])
        : TaskId.derivedFrom(World.BUCKET, version.key(), version.versionId().orElseThrow());
  }

  /** Which object. */
  public ObjectVersion version() {
    return version;
  }

  /** Its bytes. */
  public byte[] content() {
    return content.clone();
  }

  /** When it was put, in microseconds since the world began. */
  public long at() {
    return at;
  }

  /** The one task that stands for it. */
  public TaskId task() {
    return task;
  }
}
