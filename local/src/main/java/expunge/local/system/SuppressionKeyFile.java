package expunge.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

/** The key of the suppression lists on one machine: made once, and then kept as the lists are. */
final class SuppressionKeyFile {
  private static final String NAME = "suppression-key";
  private static final int BYTES = 48;

  private SuppressionKeyFile() {}

  /** The file in this folder, which nobody else reads; made where it is missing. */
  static Path in(Path folder) throws IOException {
    Path file = folder.toAbsolutePath().resolve(NAME);
    if (!Files.exists(file)) { // from an earlier start, and so are perhaps the entries under it
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      Path made = Files.createTempFile(folder, NAME, null); // for its owner alone
      Files.writeString(made, Base64.getEncoder().encodeToString(random));
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }
}
