package expunge.httpapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Files that this function ships beside its classes. */
final class Resource {
  private Resource() {}

  /** The whole text of one that is there. */
  static String text(String path) {
    try (InputStream in = Objects.requireNonNull(Resource.class.getResourceAsStream(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
