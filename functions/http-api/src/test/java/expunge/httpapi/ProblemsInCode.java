package expunge.httpapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of the problems that the code answers with, as its source names them. */
final class ProblemsInCode {
  private static final Path SOURCE = Path.of("src/main/java/expunge/httpapi");
  private static final Pattern NAMED = Pattern.compile("ProblemBody\\s*\\.of\\(\\s*\"([a-z-]+)\"");

  private ProblemsInCode() {}

  static Set<String> types() throws IOException {
    try (Stream<Path> files = Files.list(SOURCE)) {
      return files
          .map(ProblemsInCode::text)
          .flatMap(text -> NAMED.matcher(text).results())
          .map(name -> "/problems/" + name.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
