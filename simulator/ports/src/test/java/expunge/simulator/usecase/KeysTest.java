package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.access.ApiKey;
import expunge.access.ConfiguredApiKeys;
import expunge.access.KeyHash;
import expunge.access.KeyId;
import expunge.access.KeyRing;
import expunge.access.KeyStore;
import expunge.access.MadeKey;
import expunge.access.Revocation;
import expunge.access.Role;
import expunge.access.StoredKey;
import expunge.log.LogEntry;
import expunge.run.ExpungeException;
import expunge.simulator.memory.ManualScheduler;
import expunge.simulator.memory.MemoryKeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@link KeyRing}: keys of the settings and keys that administrators make. */
class KeysTest {
  private static final ApiKey OPS = new ApiKey("ops", Role.ADMINISTRATOR, KeyHash.of("first"));

  private final ManualScheduler scheduler = new ManualScheduler(1);
  private final MemoryKeyStore store = new MemoryKeyStore();
  private final List<LogEntry> logged = new ArrayList<>();
  private final KeyRing keys = over(store);

  private KeyRing over(KeyStore of) {
    return new KeyRing(new ConfiguredApiKeys(List.of(OPS)), of, scheduler, logged::add);
  }

  @Test
  void aKeyThatIsMadeOpensUntilItIsRevoked() {
    MadeKey made = made("crm", Optional.empty());
    ApiKey key = new ApiKey("crm", Role.OPERATOR, KeyHash.of(made.text()));

    assertThat(keys.find(KeyHash.of(made.text()))).contains(key);
    assertThat(keys.revoke(key.id())).isEqualTo(Revocation.REVOKED);

    assertThat(keys.find(KeyHash.of(made.text()))).isEmpty();
    assertThat(keys.revoke(key.id())).isEqualTo(Revocation.UNKNOWN);
    assertThat(logged)
        .containsExactly(
            new LogEntry.KeyMade(key.id().hex(), "operator"),
            new LogEntry.KeyRevoked(key.id().hex()));
  }

  @Test
  void aKeyOpensUntilTheMomentOfItsEnd() {
    Instant end = scheduler.now().plusSeconds(60);
    KeyHash hash = KeyHash.of(made("crm", Optional.of(end)).text());

    scheduler.waitUntil(end.minusMillis(1));
    assertThat(keys.find(hash)).isPresent();
    scheduler.waitUntil(end);
    assertThat(keys.find(hash)).isEmpty();
    assertThat(keys.stored()).hasSize(1);
  }

  @Test
  void keysOfTheSettingsNeedNoStoreAndGoWithADeploymentOnly() {
    KeyRing alone = over(new Broken());

    assertThat(alone.find(OPS.hash())).contains(OPS);
    assertThat(alone.revoke(OPS.id())).isEqualTo(Revocation.CONFIGURED);
    assertThat(alone.configured()).containsExactly(OPS);
  }

  @Test
  void aLabelOfTheSettingsIsTaken() {
    assertThat(keys.make("ops", Role.VIEWER, Optional.empty(), "ops")).isEmpty();
    assertThat(keys.stored()).isEmpty();
    assertThat(logged).isEmpty();
  }

  @Test
  void aKeyOfTheSameIdOpensNothing() {
    MadeKey made = made("crm", Optional.empty());
    String hash = made.stored().key().hash().hex();
    char other = hash.endsWith("0") ? '1' : '0';

    assertThat(keys.find(new KeyHash(hash.substring(0, 63) + other))).isEmpty();
  }

  @Test
  void aUseIsNotedOnceInFiveMinutes() {
    KeyHash hash = KeyHash.of(made("crm", Optional.empty()).text());
    Instant first = scheduler.now();
    keys.find(hash);

    scheduler.advance(Duration.ofMinutes(5).minusMillis(1));
    keys.find(hash);
    assertThat(lastUse(hash)).contains(first);

    scheduler.advance(Duration.ofMillis(1));
    keys.find(hash);
    assertThat(lastUse(hash)).contains(scheduler.now());
  }

  @Test
  void aUseThatCannotBeNotedKeepsNobodyOut() {
    KeyHash hash = KeyHash.of(made("crm", Optional.empty()).text());
    logged.clear();

    assertThat(over(new Broken()).find(hash)).isPresent();

    assertThat(logged).singleElement().isInstanceOf(LogEntry.KeyUseNotNoted.class);
  }

  @Test
  void noTwoKeysAreAlikeAndNoneShowsItself() {
    MadeKey one = made("one", Optional.empty());
    MadeKey two = made("two", Optional.empty());

    assertThat(one.text()).isNotEqualTo(two.text()).matches("exp_[A-Za-z0-9_-]{43}");
    assertThat(one + " " + keys.stored() + " " + logged)
        .doesNotContain(one.text(), one.stored().key().hash().hex());
  }

  private MadeKey made(String label, Optional<Instant> expiresAt) {
    return keys.make(label, Role.OPERATOR, expiresAt, "ops").orElseThrow();
  }

  private Optional<Instant> lastUse(KeyHash hash) {
    return store.find(hash.id()).flatMap(StoredKey::lastUsedAt);
  }

  /** Finds what the other store has, and can't be written to. */
  private final class Broken implements KeyStore {
    @Override
    public boolean create(StoredKey key) {
      throw new ExpungeException.Retryable("throttled", null);
    }

    @Override
    public Optional<StoredKey> find(KeyId id) {
      return store.find(id);
    }

    @Override
    public List<StoredKey> list() {
      return store.list();
    }

    @Override
    public boolean revoke(KeyId id) {
      throw new ExpungeException.Retryable("throttled", null);
    }

    @Override
    public void noteUse(KeyId id, Instant at, Instant since) {
      throw new ExpungeException.Retryable("throttled", null);
    }
  }
}
