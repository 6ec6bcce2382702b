package expunge.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An artifact's content in a folder, which plays {@code /var/task}.
 *
 * @param name what the function is called
 * @param handler the class and method that Lambda calls
 */
public record Artifact(String name, String handler, Path folder) {

  /** Unpacks what the build below {@code root} has made into an empty or missing folder. */
  public static Artifact unpack(DeployedFunction function, Path root, Path folder)
      throws IOException {
    try (ZipFile zip = new ZipFile(function.zip(root).toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        Path target = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.resolveSibling("."));
          try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target);
          }
        }
      }
    }
    return new Artifact(function.module(), function.handler(), folder);
  }
}
