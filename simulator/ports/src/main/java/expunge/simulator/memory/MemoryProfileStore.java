package expunge.simulator.memory;

import expunge.dataset.Dataset;
import expunge.dataset.KeyType;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.run.ExpungeException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Profile tables as sets of keys. A table exists once something was put into it. As in DynamoDB, a
 * number is compared by its value, so a key that is not canonical finds the profile of another one.
 */
public final class MemoryProfileStore implements ProfileStore {
  private final Map<String, Set<String>> tables = new HashMap<>();
  private int lookups;
  private int deletions;

  /** Puts profiles into the dataset's table, which is made where it is missing. */
  public synchronized void put(Dataset dataset, List<ProfileKey> keys) {
    Set<String> table = tables.computeIfAbsent(dataset.table(), name -> new HashSet<>());
    keys.forEach(key -> table.add(stored(dataset, key)));
  }

  /** Whether there is a profile of this key. */
  public synchronized boolean contains(Dataset dataset, ProfileKey key) {
    return table(dataset).contains(stored(dataset, key));
  }

  /** How many look-ups were made so far. */
  public synchronized int lookups() {
    return lookups;
  }

  /** How many deletions were made so far. */
  public synchronized int deletions() {
    return deletions;
  }

  @Override
  public synchronized Lookup find(Dataset dataset, List<ProfileKey> keys) {
    check(dataset, keys, KEYS_PER_LOOKUP);
    lookups++;
    Set<String> table = table(dataset);
    return new Lookup(
        keys.stream()
            .map(key -> stored(dataset, key))
            .filter(table::contains)
            .map(ProfileKey::new)
            .collect(Collectors.toSet()),
        List.of());
  }

  @Override
  public synchronized List<ProfileKey> delete(Dataset dataset, List<ProfileKey> keys) {
    check(dataset, keys, KEYS_PER_DELETION);
    deletions++;
    Set<String> table = table(dataset);
    keys.forEach(key -> table.remove(stored(dataset, key)));
    return List.of();
  }

  /** Exact; an empty table counts as one that was not counted yet, as in DynamoDB. */
  @Override
  public synchronized OptionalLong size(Dataset dataset) {
    int profiles = table(dataset).size();
    return profiles == 0 ? OptionalLong.empty() : OptionalLong.of(profiles);
  }

  private Set<String> table(Dataset dataset) {
    Set<String> table = tables.get(dataset.table());
    if (table == null) {
      throw new ExpungeException.Permanent("there is no table " + dataset.table(), null);
    }
    return table;
  }

  private static void check(Dataset dataset, List<ProfileKey> keys, int most) {
    if (keys.size() > most) {
      throw new IllegalArgumentException("too many keys for one request: " + keys.size());
    }
    if (keys.stream().map(key -> stored(dataset, key)).distinct().count() < keys.size()) {
      throw new IllegalArgumentException("a key is there twice");
    }
  }

  private static String stored(Dataset dataset, ProfileKey key) {
    return dataset.key().type() == KeyType.TEXT
        ? key.value()
        : new BigDecimal(key.value()).stripTrailingZeros().toPlainString();
  }
}
