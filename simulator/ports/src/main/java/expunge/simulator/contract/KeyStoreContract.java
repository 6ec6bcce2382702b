package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.access.ApiKey;
import expunge.access.KeyHash;
import expunge.access.KeyId;
import expunge.access.KeyStore;
import expunge.access.Role;
import expunge.access.StoredKey;
import expunge.run.SystemScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The promises of {@link KeyStore}; other keys may be in the same store. */
public abstract class KeyStoreContract {
  // Of today, as a store may forget what expired long ago.
  private final Instant created = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private final SystemScheduler scheduler = new SystemScheduler();
  private final String label = scheduler.newId();

  /** The store, the same on each call within a test. */
  protected abstract KeyStore store();

  @Test
  void aKeyIsFoundAsItWasCreated() {
    StoredKey lasting = key(label, created, Optional.empty());
    StoredKey passing = key(label + "-2", created, Optional.of(created.plusSeconds(1)));

    assertThat(store().create(lasting)).isTrue();
    assertThat(store().create(passing)).isTrue();

    assertThat(store().find(lasting.key().id())).contains(lasting);
    assertThat(store().find(passing.key().id())).contains(passing);
    assertThat(store().find(key(label, created, Optional.empty()).key().id())).isEmpty();
  }

  @Test
  void creatingAKeyAgainChangesNothingAndAnswersTheSame() {
    StoredKey key = key(label, created, Optional.empty());
    store().create(key);
    store().noteUse(key.key().id(), created, created);

    assertThat(store().create(key)).isTrue();

    assertThat(store().find(key.key().id())).contains(key.used(created));
  }

  @Test
  void aLabelIsThatOfOneValidKey() {
    StoredKey second = key(label, created.plusSeconds(1), Optional.empty());
    store().create(key(label, created, Optional.of(created.plusSeconds(2))));

    assertThat(store().create(second)).isFalse();
    assertThat(store().find(second.key().id())).isEmpty();
  }

  @Test
  void theLabelOfAnExpiredKeyCanBeUsedAgain() {
    StoredKey expired = key(label, created, Optional.of(created.plusSeconds(2)));
    StoredKey next = key(label, created.plusSeconds(2), Optional.empty());
    store().create(expired);

    assertThat(store().create(next)).isTrue();

    assertThat(store().find(expired.key().id())).contains(expired);
    assertThat(store().create(key(label, created.plusSeconds(3), Optional.empty()))).isFalse();
  }

  @Test
  void revokingAnExpiredKeyLeavesItsLabelToTheNext() {
    StoredKey expired = key(label, created, Optional.of(created.plusSeconds(2)));
    store().create(expired);
    store().create(key(label, created.plusSeconds(2), Optional.empty()));

    assertThat(store().revoke(expired.key().id())).isTrue();

    assertThat(store().create(key(label, created.plusSeconds(3), Optional.empty()))).isFalse();
  }

  @Test
  void aRevokedKeyIsGoneAndItsLabelCanBeUsedAgain() {
    KeyId id = make(label, created).key().id();

    assertThat(store().revoke(id)).isTrue();

    assertThat(store().find(id)).isEmpty();
    assertThat(store().revoke(id)).isFalse();
    assertThat(store().create(key(label, created, Optional.empty()))).isTrue();
  }

  @Test
  void ofManyKeysWithOneLabelAtOnceOneIsKept() {
    List<StoredKey> keys =
        Stream.generate(() -> key(label, created, Optional.empty())).limit(4).toList();
    List<Supplier<Boolean>> calls =
        keys.stream().<Supplier<Boolean>>map(key -> () -> store().create(key)).toList();

    assertThat(scheduler.runAll(calls, 4)).containsOnlyOnce(true);

    assertThat(keys.stream().filter(key -> store().find(key.key().id()).isPresent())).hasSize(1);
  }

  @Test
  void theListHasAllKeysTheOldestFirst() {
    StoredKey young = make(label + "-young", created.plusMillis(2));
    StoredKey old = make(label + "-old", created);
    StoredKey middle = make(label + "-middle", created.plusMillis(1));

    assertThat(store().list()).containsSubsequence(old, middle, young);

    store().revoke(middle.key().id());
    assertThat(store().list()).contains(old, young).doesNotContain(middle);
  }

  @Test
  void aUseIsNotedOnceInAWhile() {
    KeyId id = make(label, created).key().id();
    Instant first = created.plusSeconds(1);
    Instant second = first.plus(Duration.ofMinutes(1));

    store().noteUse(id, first, created);
    assertThat(store().find(id).flatMap(StoredKey::lastUsedAt)).contains(first);
    store().noteUse(id, second, first.minusMillis(1));
    assertThat(store().find(id).flatMap(StoredKey::lastUsedAt)).contains(first);
    store().noteUse(id, second, first);
    assertThat(store().find(id).flatMap(StoredKey::lastUsedAt)).contains(second);
  }

  @Test
  void aUseBringsNoRevokedKeyBack() {
    KeyId id = make(label, created).key().id();
    store().revoke(id);

    store().noteUse(id, created, created);

    assertThat(store().find(id)).isEmpty();
  }

  private StoredKey make(String of, Instant at) {
    StoredKey key = key(of, at, Optional.empty());
    assertThat(store().create(key)).isTrue();
    return key;
  }

  private StoredKey key(String of, Instant at, Optional<Instant> expiresAt) {
    KeyHash hash = KeyHash.of(scheduler.newId());
    return new StoredKey(new ApiKey(of, Role.OPERATOR, hash), at, "somebody", expiresAt);
  }
}
