package expunge.local.system;

import expunge.local.LocalProblem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder for logs and settings that one system uses at a time. The operating system releases it
 * when the process dies, so nothing has to be cleaned up after a crash.
 */
final class WorkFolder implements AutoCloseable {
  private final FileChannel lock;

  private WorkFolder(FileChannel lock) {
    this.lock = lock;
  }

  /**
   * Makes the folder where it is missing, and takes it.
   *
   * @throws LocalProblem if another running system has it; nothing in it was touched then
   * @throws IOException if it can't be made or written to
   */
  static WorkFolder take(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isTaken(lock)) {
      lock.close();
      throw new LocalProblem(
          "Another system runs with the folder %s: stop it first.".formatted(folder));
    }
    return new WorkFolder(lock);
  }

  private static boolean isTaken(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException byThisProcess) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
