package expunge.file;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of a file that can name a profile.
 *
 * @param usable the identifiers that a file may delete by, the table's key first
 * @param others identifiers that are only known, so that a file with two is not guessed at
 */
public record IdentifierColumns(List<Identifier> usable, List<Identifier> others) {
  /**
   * @throws IllegalArgumentException if none can be used
   */
  public IdentifierColumns {
    usable = List.copyOf(usable);
    others = List.copyOf(others);
    if (usable.isEmpty()) {
      throw new IllegalArgumentException("a file needs an identifier to delete by");
    }
  }

  /** Those of a dataset. */
  public static IdentifierColumns of(Dataset dataset) {
    List<Identifier> usable = dataset.deletableBy();
    return new IdentifierColumns(
        usable, dataset.identifiers().stream().filter(other -> !usable.contains(other)).toList());
  }

  List<String> names() {
    return Stream.concat(usable.stream(), others.stream()).map(Identifier::name).toList();
  }

  List<String> usableNames() {
    return usable.stream().map(Identifier::name).toList();
  }

  /** The usable identifier of this name, which has to be there. */
  Identifier named(String name) {
    return usable.stream()
        .filter(identifier -> identifier.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
