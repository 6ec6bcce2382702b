package expunge.access;

import expunge.log.Failure;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * All keys: those of the settings, which come first and cost nothing to look up, and those that
 * administrators made. A key of the store is looked up at each call, so that one that was revoked
 * opens nothing from then on.
 */
public final class KeyRing implements ApiKeys {
  /** A use is noted once in this time at most. */
  static final Duration USE_NOTED_EVERY = Duration.ofMinutes(5);

  private final ConfiguredApiKeys configured;
  private final KeyStore store;
  private final Scheduler scheduler;
  private final Log log;

  /** Over these keys. */
  public KeyRing(ConfiguredApiKeys configured, KeyStore store, Scheduler scheduler, Log log) {
    this.configured = configured;
    this.store = store;
    this.scheduler = scheduler;
    this.log = log;
  }

  /** As declared; that the use of a key can't be noted keeps nobody out. */
  @Override
  public Optional<ApiKey> find(KeyHash presented) {
    return configured.find(presented).or(() -> stored(presented));
  }

  private Optional<ApiKey> stored(KeyHash presented) {
    Instant now = scheduler.now();
    Optional<StoredKey> found =
        store
            .find(presented.id())
            .filter(stored -> stored.key().hash().matches(presented))
            .filter(stored -> stored.isValidAt(now));
    found.ifPresent(stored -> noteUse(stored, now));
    return found.map(StoredKey::key);
  }

  private void noteUse(StoredKey stored, Instant now) {
    Instant since = now.minus(USE_NOTED_EVERY);
    if (stored.lastUsedAt().filter(last -> last.isAfter(since)).isPresent()) {
      return;
    }
    try {
      store.noteUse(stored.key().id(), now, since);
    } catch (ExpungeException failure) {
      log.write(new LogEntry.KeyUseNotNoted(Failure.of(failure)));
    }
  }

  /** The keys of the settings. */
  public List<ApiKey> configured() {
    return configured.all();
  }

  /** The keys of the store, the oldest first; also such as have expired lately. */
  public List<StoredKey> stored() {
    return store.list();
  }

  /**
   * Makes a key. Where it fails, there may be a key whose text nobody knows: it opens nothing, and
   * its label is taken until it is revoked.
   *
   * @param by the label of the key with which it is asked for
   * @return empty where another valid key has the label
   */
  public Optional<MadeKey> make(String label, Role role, Optional<Instant> expiresAt, String by) {
    if (configured.all().stream().anyMatch(key -> key.label().equals(label))) {
      return Optional.empty();
    }
    NewKey fresh = NewKey.generate(scheduler::fillRandomly);
    ApiKey key = new ApiKey(label, role, fresh.hash());
    Instant now = scheduler.now().truncatedTo(ChronoUnit.MILLIS);
    StoredKey stored = new StoredKey(key, now, by, expiresAt);
    if (!store.create(stored)) {
      return Optional.empty();
    }
    log.write(new LogEntry.KeyMade(key.id().hex(), role.word()));
    return Optional.of(new MadeKey(stored, fresh.text()));
  }

  /** Revokes a key of the store, also the very one with which it is asked for. */
  public Revocation revoke(KeyId id) {
    if (configured.all().stream().anyMatch(key -> key.id().equals(id))) {
      return Revocation.CONFIGURED;
    }
    if (!store.revoke(id)) {
      return Revocation.UNKNOWN;
    }
    log.write(new LogEntry.KeyRevoked(id.hex()));
    return Revocation.REVOKED;
  }
}
