package expunge.simulator.files;

import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import expunge.file.FileOptions;
import expunge.file.FileReader;
import expunge.file.IdentifierColumns;
import expunge.file.Limits;
import expunge.file.Row;
import expunge.file.UnacceptableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file that somebody else wrote to test readers with; its folder says where it comes from. */
final class ForeignFile {
  private ForeignFile() {}

  /** What a column says, row by row, if its header were the identifier; comma-separated UTF-8. */
  static List<Row> rows(String name, String column) throws UnacceptableFile {
    return rows(
        name, column, new FileOptions(Optional.empty(), Optional.of(","), Optional.empty()));
  }

  static List<Row> rows(String name, String column, FileOptions options) throws UnacceptableFile {
    byte[] bytes = bytes(name);
    Identifier key = Identifier.plain(column, KeyType.TEXT);
    List<Row> rows = new ArrayList<>();
    try {
      FileReader reader =
          FileReader.open(
              new ByteArrayInputStream(bytes),
              bytes.length,
              options,
              new IdentifierColumns(List.of(key), List.of()),
              Limits.defaults());
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        rows.addAll(next.get().rows());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return rows;
  }

  static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = ForeignFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no file " + name);
      }
      return in.readAllBytes();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
