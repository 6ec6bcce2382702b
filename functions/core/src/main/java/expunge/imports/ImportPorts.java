package expunge.imports;

import expunge.profile.ProfileStore;
import expunge.suppression.SuppressionKeys;
import expunge.suppression.SuppressionList;

/**
 * The tables that an import reads and writes.
 *
 * @param profiles in which customers are looked for
 * @param customers to which they are written
 * @param suppressed who stays deleted
 * @param keys under which the deleted are remembered
 */
public record ImportPorts(
    ProfileStore profiles,
    CustomerStore customers,
    SuppressionList suppressed,
    SuppressionKeys keys) {}
