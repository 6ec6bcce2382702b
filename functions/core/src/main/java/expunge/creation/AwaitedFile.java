package expunge.creation;

import expunge.file.Limits;
import expunge.object.ObjectStore;
import expunge.object.Sha256;
import expunge.task.TaskId;

/**
 * The file that a task waits for.
 *
 * @param name becomes the last segment of its key
 * @param bytes at least 1
 */
public record AwaitedFile(String name, long bytes, Sha256 sha256) {
  /** What a name is, for people. */
  public static final String NAME_RULE =
      "1 to 200 characters without slashes, backslashes and control characters";

  private static final int LONGEST_NAME = 200;

  /**
   * @throws IllegalArgumentException if the name is none, or there is no byte
   */
  public AwaitedFile {
    if (!isName(name) || bytes < 1) {
      throw new IllegalArgumentException("not a file that can be uploaded");
    }
  }

  /** Whether a file can have this name. A client on its way would take dots alone for a folder. */
  public static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_NAME
        && !text.equals(".")
        && !text.equals("..")
        && text.codePoints().allMatch(AwaitedFile::isAllowed);
  }

  /** The most bytes of a file: as many as intake takes, and the bucket at once. */
  public static long mostBytes(Limits limits) {
    return Math.min(limits.bytes(), ObjectStore.LARGEST_PUT);
  }

  private static boolean isAllowed(int character) {
    return character != '/'
        && character != '\\'
        && !Character.isISOControl(character)
        && Character.getType(character) != Character.SURROGATE;
  }

  /** Where a task's file is to be put. */
  String keyFor(TaskId task) {
    return "uploads/" + task + "/" + name;
  }

  /** Without the name, which is the caller's own word. */
  @Override
  public String toString() {
    return "AwaitedFile[" + bytes + " bytes]";
  }
}
