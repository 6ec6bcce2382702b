package expunge.local.system;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;

/** The key of the suppression lists on one machine: made once, and then kept as the lists are. */
final class SuppressionKeyFile {
  private static final String NAME = "suppression-key";
  private static final int BYTES = 48;

  private SuppressionKeyFile() {}

  /** The file in this folder; made where it is missing. */
  static Path in(Path folder) throws IOException {
    Path file = folder.toAbsolutePath().resolve(NAME);
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    try {
      Files.writeString(
          file, Base64.getEncoder().encodeToString(random), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException kept) {
      // from an earlier start, and so are perhaps the entries under it
    }
    return file;
  }
}
