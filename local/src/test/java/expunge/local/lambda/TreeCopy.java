package expunge.local.lambda;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Copies the sources: no history, nothing built, no file that may be executed. */
final class TreeCopy extends SimpleFileVisitor<Path> {
  private static final Set<String> LEFT_OUT =
      Set.of(".git", "target", ".aws-sam", ".expunge", ".idea", ".vscode");

  private final Path from;
  private final Path to;

  private TreeCopy(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  static void make(Path from, Path to) throws IOException {
    Files.walkFileTree(from, new TreeCopy(from, to));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    if (isLeftOut(folder)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    Files.createDirectories(to.resolve(from.relativize(folder)));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    // In a work tree of its own, .git is a file.
    if (!isLeftOut(file)) {
      Files.write(to.resolve(from.relativize(file)), Files.readAllBytes(file));
    }
    return FileVisitResult.CONTINUE;
  }

  private static boolean isLeftOut(Path path) {
    return LEFT_OUT.contains(String.valueOf(path.getFileName()));
  }
}
