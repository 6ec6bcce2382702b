package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import expunge.run.ExpungeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The promises of {@link ProfileStore}. Other profiles may be in the tables. */
public abstract class ProfileStoreContract {
  private static final int SENDINGS = 50;

  /** The store, the same on each call within a test. */
  protected abstract ProfileStore store();

  /** A dataset whose table exists, with a key of this type and no ceiling. */
  protected abstract Dataset dataset(KeyType type);

  /** Puts a profile, with attributes beside its key where the table can hold them. */
  protected abstract void putProfile(Dataset dataset, ProfileKey key);

  @Test
  void aLookUpTellsProfilesThatAreThereFromOthers() {
    List<ProfileKey> there = profiles(3);
    List<ProfileKey> others = keys(2);
    assertThat(find(Stream.concat(others.stream(), there.stream()).toList()))
        .containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void aTableWithProfilesHasASizeOrWasNotCountedYet() {
    List<ProfileKey> there = profiles(3);
    store().size(dataset(KeyType.TEXT)).ifPresent(size -> assertThat(size).isPositive());
    assertThat(find(there)).hasSize(3);
  }

  @Test
  void aLookUpTakesAsManyKeysAsItSays() {
    List<ProfileKey> keys = profiles(ProfileStore.KEYS_PER_LOOKUP);
    assertThat(find(keys)).containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void aLookUpTakesNoMoreKeysThanItSays() {
    List<ProfileKey> keys = keys(ProfileStore.KEYS_PER_LOOKUP + 1);
    assertThatThrownBy(() -> store().find(texts(), keys))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLookUpSeesAProfileAsSoonAsItIsPut() {
    ProfileKey key = keys(1).getFirst();
    assertThat(find(List.of(key))).isEmpty();
    putProfile(texts(), key);
    assertThat(find(List.of(key))).containsExactly(key);
  }

  @Test
  void deletedProfilesAreGoneAndAllOthersStay() {
    List<ProfileKey> keys = profiles(4);
    delete(keys.subList(0, 2));
    assertThat(find(keys)).containsExactlyInAnyOrderElementsOf(keys.subList(2, 4));
  }

  @Test
  void deletingAgainIsNoFailure() {
    List<ProfileKey> keys = profiles(2);
    delete(keys);
    delete(keys);
    assertThat(find(keys)).isEmpty();
  }

  @Test
  void keysWithoutAProfileDoNotKeepOthersFromBeingDeleted() {
    List<ProfileKey> keys = Stream.concat(keys(2).stream(), profiles(1).stream()).toList();
    delete(keys);
    assertThat(find(keys)).isEmpty();
  }

  @Test
  void aDeletionTakesAsManyKeysAsItSays() {
    List<ProfileKey> keys = profiles(ProfileStore.TARGETS_PER_CALL);
    delete(keys);
    assertThat(find(keys)).isEmpty();
  }

  @Test
  void aDeletionTakesNoMoreKeysThanItSaysAndThenDeletesNothing() {
    List<ProfileKey> keys = profiles(ProfileStore.TARGETS_PER_CALL + 1);
    assertThatThrownBy(() -> erase(texts(), keys)).isInstanceOf(IllegalArgumentException.class);
    assertThat(find(keys)).hasSize(keys.size());
  }

  @Test
  void aKeyThatIsThereTwiceIsRefusedAndNothingIsDeleted() {
    List<ProfileKey> twice = Collections.nCopies(2, profiles(1).getFirst());
    assertThatThrownBy(() -> store().find(texts(), twice))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> erase(texts(), twice)).isInstanceOf(IllegalArgumentException.class);
    assertThat(find(twice.subList(0, 1))).hasSize(1);
  }

  @Test
  void textsAreComparedCharacterByCharacter() {
    String text = "0" + UUID.randomUUID() + "é";
    ProfileKey key = new ProfileKey(text);
    List<ProfileKey> similar =
        Stream.of(text.substring(1), " " + text, text + " ", text.replace("é", "e\u0301"))
            .map(ProfileKey::new)
            .toList();
    similar.forEach(other -> putProfile(texts(), other));
    assertThat(find(List.of(key))).isEmpty();
    delete(List.of(key));
    assertThat(find(similar)).containsExactlyInAnyOrderElementsOf(similar);
  }

  @Test
  void numbersAreFoundAndDeletedByTheirCanonicalForm() {
    Dataset numbers = dataset(KeyType.NUMBER);
    long number = ThreadLocalRandom.current().nextLong(1L << 40) * 100 + 1_000_000;
    List<ProfileKey> keys =
        Stream.of(number, -number, number + 1)
            .map(value -> new ProfileKey(Long.toString(value)))
            .toList();
    keys.forEach(key -> putProfile(numbers, key));
    assertThat(store().find(numbers, keys).found()).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(erase(numbers, keys.subList(0, 1))).isEmpty();
    assertThat(store().find(numbers, keys).found())
        .containsExactlyInAnyOrderElementsOf(keys.subList(1, 3));
  }

  @Test
  void aTableThatIsNotThereIsAPermanentFailure() {
    Dataset missing =
        Dataset.byKey(
            "missing", "missing-" + UUID.randomUUID(), Identifier.plain("MaestraId", KeyType.TEXT));
    assertThatThrownBy(() -> store().find(missing, keys(1)))
        .isInstanceOf(ExpungeException.Permanent.class);
    assertThatThrownBy(() -> erase(missing, keys(1)))
        .isInstanceOf(ExpungeException.Permanent.class);
  }

  @Test
  void noFailureNamesAKey() {
    List<ProfileKey> twice = Collections.nCopies(2, keys(1).getFirst());
    assertThatThrownBy(() -> erase(texts(), twice))
        .hasMessageNotContaining(twice.getFirst().value());
  }

  @Test
  void deletionsOfTheSameProfilesAtOnceAllSucceed() {
    List<ProfileKey> keys = profiles(10);
    AtOnce.run(
        4,
        n -> {
          delete(keys);
          return n;
        });
    assertThat(find(keys)).isEmpty();
  }

  private Dataset texts() {
    return dataset(KeyType.TEXT);
  }

  private List<ProfileKey> profiles(int count) {
    List<ProfileKey> keys = keys(count);
    keys.forEach(key -> putProfile(texts(), key));
    return keys;
  }

  private static List<ProfileKey> keys(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> new ProfileKey(UUID.randomUUID().toString()))
        .toList();
  }

  /** Looks up until every key was processed. */
  private List<ProfileKey> find(List<ProfileKey> keys) {
    List<ProfileKey> found = new ArrayList<>();
    List<ProfileKey> left = keys;
    for (int sending = 0; sending < SENDINGS && !left.isEmpty(); sending++) {
      ProfileStore.Lookup lookup = store().find(texts(), left);
      assertThat(left).containsAll(lookup.found()).containsAll(lookup.unprocessed());
      assertThat(Collections.disjoint(lookup.found(), lookup.unprocessed())).isTrue();
      found.addAll(lookup.found());
      left = lookup.unprocessed();
    }
    assertThat(left).isEmpty();
    return found;
  }

  /** Deletes until every key was processed. */
  private void delete(List<ProfileKey> keys) {
    List<ProfileKey> left = keys;
    for (int sending = 0; sending < SENDINGS && !left.isEmpty(); sending++) {
      List<ProfileKey> sent = left;
      left = erase(texts(), sent);
      assertThat(Set.copyOf(sent)).containsAll(left);
    }
    assertThat(left).isEmpty();
  }

  private List<ProfileKey> erase(Dataset dataset, List<ProfileKey> keys) {
    ProfileStore.Erased erased =
        store().erase(dataset, new DeletionType.Complete(), keys.stream().map(Target::of).toList());
    assertThat(erased.refused()).isEmpty();
    return erased.unprocessed();
  }
}
