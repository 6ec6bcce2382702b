package expunge.simulator.memory;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import expunge.simulator.contract.ProfileStoreContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryProfileStoreTest extends ProfileStoreContract {
  private static final ProfileKey KEY = new ProfileKey("7");

  private final MemoryProfileStore store = new MemoryProfileStore();

  MemoryProfileStoreTest() {
    store.put(dataset(KeyType.TEXT), List.of());
    store.put(dataset(KeyType.NUMBER), List.of());
  }

  @Override
  protected ProfileStore store() {
    return store;
  }

  @Override
  protected Dataset dataset(KeyType type) {
    return Dataset.byKey("by-" + type, "by-" + type, Identifier.plain("MaestraId", type));
  }

  @Override
  protected void putProfile(Dataset dataset, ProfileKey key) {
    store.put(dataset, List.of(key));
  }

  @Test
  void everyRequestIsCounted() {
    Dataset dataset = dataset(KeyType.TEXT);
    store.find(dataset, List.of(KEY));
    store.find(dataset, List.of(KEY));
    store.erase(dataset, new DeletionType.Complete(), List.of(Target.of(KEY)));
    assertThat(store.lookups()).isEqualTo(2);
    assertThat(store.deletions()).isEqualTo(1);
  }

  @Test
  void whatIsThereCanBeSeenWithoutARequest() {
    Dataset dataset = dataset(KeyType.TEXT);
    store.put(dataset, List.of(KEY, new ProfileKey("8")));
    store.erase(dataset, new DeletionType.Complete(), List.of(Target.of(KEY)));
    assertThat(store.contains(dataset, KEY)).isFalse();
    assertThat(store.contains(dataset, new ProfileKey("8"))).isTrue();
    assertThat(store.size(dataset)).hasValue(1);
  }

  @Test
  void aNumberThatIsNotCanonicalHitsTheProfileOfAnotherAsItDoesInDynamoDb() {
    Dataset numbers = dataset(KeyType.NUMBER);
    store.put(numbers, List.of(KEY));
    store.erase(numbers, new DeletionType.Complete(), List.of(Target.of(new ProfileKey("007"))));
    assertThat(store.contains(numbers, KEY)).isFalse();
  }
}
