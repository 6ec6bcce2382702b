import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies jars with their entries stored instead of compressed: the zip around them then compresses
 * each jar as a whole, to less than two thirds. The build runs this as a source file, as no plugin
 * does it.
 */
final class StoredJars {
  /** The same in every build, and in every time zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  /** With the folder, whose content is replaced, and a class path, of which only jars count. */
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    try (Stream<Path> old = Files.list(folder)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    for (String element : List.of(arguments[1].split(File.pathSeparator))) {
      Path jar = Path.of(element);
      if (Files.isRegularFile(jar)) {
        copy(jar, folder.resolve(jar.getFileName()));
      }
    }
  }

  /** Fails where two jars have one name. */
  private static void copy(Path from, Path to) throws IOException {
    try (ZipFile jar = new ZipFile(from.toFile());
        ZipOutputStream copy =
            new ZipOutputStream(Files.newOutputStream(to, StandardOpenOption.CREATE_NEW))) {
      for (ZipEntry entry : jar.stream().map(StoredJars::stored).toList()) {
        copy.putNextEntry(entry);
        try (InputStream content = jar.getInputStream(jar.getEntry(entry.getName()))) {
          content.transferTo(copy);
        }
      }
    }
  }

  private static ZipEntry stored(ZipEntry compressed) {
    ZipEntry stored = new ZipEntry(compressed.getName());
    stored.setMethod(ZipEntry.STORED);
    stored.setSize(compressed.getSize());
    stored.setCrc(compressed.getCrc());
    stored.setTimeLocal(TIME);
    return stored;
  }
}
