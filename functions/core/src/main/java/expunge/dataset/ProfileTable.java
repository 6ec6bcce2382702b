package expunge.dataset;

import java.util.Optional;
import java.util.OptionalInt;

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
    OptionalInt writesPerSecond) {}
