package expunge.imports;

import expunge.dataset.Dataset;
import expunge.file.Row;
import expunge.profile.ProfileKey;
import expunge.suppression.EntryId;
import expunge.suppression.SuppressionKey;
import expunge.suppression.SuppressionKeys;
import expunge.suppression.SuppressionList;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the suppression list would know the customers of rows by.
 *
 * @param list of all datasets
 * @param keys under which the deleted are remembered
 */
record Entries(SuppressionList list, SuppressionKeys keys) {
  /**
   * Of all identifiers that a row has; none where the dataset keeps no list.
   *
   * @throws expunge.run.ExpungeException if the key can't be had
   */
  Set<EntryId> of(Dataset dataset, Row.Customer row) {
    if (dataset.suppression().isEmpty()) {
      return Set.of();
    }
    SuppressionKey key = keys.key();
    return row.identifiers().entrySet().stream()
        .map(known -> key.entry(dataset, known.getKey(), known.getValue()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Of a profile's key; none where the dataset keeps no list. */
  Set<EntryId> of(Dataset dataset, ProfileKey profile) {
    return dataset.suppression().isEmpty()
        ? Set.of()
        : Set.of(keys.key().entry(dataset, dataset.key().name(), profile.value()));
  }
}
