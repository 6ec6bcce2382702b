package expunge.simulator.memory;

import expunge.access.KeyId;
import expunge.access.KeyStore;
import expunge.access.StoredKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys in memory, for many threads. */
public final class MemoryKeyStore implements KeyStore {
  private final Map<KeyId, StoredKey> keys = new HashMap<>();

  @Override
  public synchronized boolean create(StoredKey key) {
    boolean taken =
        keys.values().stream()
            .filter(other -> !other.key().id().equals(key.key().id()))
            .filter(other -> other.key().label().equals(key.key().label()))
            .anyMatch(other -> other.isValidAt(key.createdAt()));
    if (!taken) {
      keys.putIfAbsent(key.key().id(), key);
    }
    return !taken;
  }

  @Override
  public synchronized Optional<StoredKey> find(KeyId id) {
    return Optional.ofNullable(keys.get(id));
  }

  @Override
  public synchronized List<StoredKey> list() {
    return keys.values().stream().sorted(Comparator.comparing(StoredKey::createdAt)).toList();
  }

  @Override
  public synchronized boolean revoke(KeyId id) {
    return keys.remove(id) != null;
  }

  @Override
  public synchronized void noteUse(KeyId id, Instant at, Instant since) {
    keys.computeIfPresent(
        id,
        (_, key) ->
            key.lastUsedAt().filter(last -> last.isAfter(since)).isPresent() ? key : key.used(at));
  }
}
