package expunge.dataset;

import java.util.List;
import java.util.Optional;

/**
 * What a file of customers may bring to a dataset.
 *
 * @param columns beside those of the identifiers, in their order
 * @param activities the linked table that is the customers' activity feed, found by its key
 * @param newKeys where the keys of new profiles come from
 */
public record Imports(List<ImportColumn> columns, LinkedTable activities, NewKeys newKeys) {
  /** Copies the list. */
  public Imports {
    columns = List.copyOf(columns);
  }

  /** The column of exactly this name; empty where none is declared. */
  public Optional<ImportColumn> column(String named) {
    return columns.stream().filter(column -> column.name().equals(named)).findFirst();
  }

  /** Where the key of a profile comes from that an import makes. */
  public enum NewKeys {
    /** It is made of the row's first identifier, always the same. */
    DERIVED,
    /** The file has it. */
    GIVEN
  }
}
