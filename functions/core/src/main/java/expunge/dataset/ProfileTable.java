package expunge.dataset;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The table that holds the profiles of a dataset, maybe beside other records.
 *
 * @param table its name
 * @param partition has a place for the id
 * @param sort a constant, or with a place for the id; empty where the table's key has no sort key
 * @param protectedBy the attribute that marks a protected profile, where it is there and not false;
 *     empty where no profile is protected
 * @param writesPerSecond the most deletions per second over all workers; empty for no ceiling
 */
public record ProfileTable(
    String table,
    KeyPart partition,
    Optional<KeyPart> sort,
    Optional<String> protectedBy,
    OptionalInt writesPerSecond) {
  /** The attributes of the table's key, the partition's first. */
  public List<String> keyAttributes() {
    return Stream.concat(Stream.of(partition), sort.stream()).map(KeyPart::attribute).toList();
  }
}
