package expunge.file;

import expunge.dataset.Identifier;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of a file that can name a profile.
 *
 * @param key the identifier of the table's key, the only one a file may delete by
 * @param others the dataset's other identifiers, known so that a file with two is not guessed at
 */
public record IdentifierColumns(Identifier key, List<Identifier> others) {
  public IdentifierColumns {
    others = List.copyOf(others);
  }

  List<String> names() {
    return Stream.concat(Stream.of(key), others.stream()).map(Identifier::name).toList();
  }
}
