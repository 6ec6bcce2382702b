package expunge.dataset;

import java.util.Optional;

/**
 * How the records of a profile are found in a linked table.
 *
 * @param attribute the attribute that names the profile; has a place for the id
 * @param index whose partition key it is; empty where it is the table's own
 * @param sortBegins how the table's sort key begins, where the records are found by key; empty
 *     where all records of the partition are meant
 */
public record Link(KeyPart attribute, Optional<String> index, Optional<Template> sortBegins) {
  /** Whether the records are found by the table's key, and so by strongly consistent reads. */
  public boolean isByKey() {
    return index.isEmpty();
  }
}
