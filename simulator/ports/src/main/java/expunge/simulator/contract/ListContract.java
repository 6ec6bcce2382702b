package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.object.ListedVersion;
import expunge.object.ObjectVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@link expunge.object.ObjectStore#list}, on a versioned bucket. */
public interface ListContract extends ObjectStoreUnderTest {
  @Test
  default void everyVersionIsListedInOrderOfTheKeys() {
    List<String> keys = List.of("a b+c.csv", "a/1.csv", "b.csv", "ä.csv");
    keys.forEach(key -> store().put(folder() + key, TEXT, ObjectStoreUnderTest.bytes("1")));
    store().put(folder() + "b.csv", TEXT, ObjectStoreUnderTest.bytes("2"));
    assertThat(listed(100))
        .extracting(version -> version.key().substring(folder().length()))
        .containsExactly("a b+c.csv", "a/1.csv", "b.csv", "b.csv", "ä.csv");
  }

  @Test
  default void pagesOfEverySizeListTheSame() {
    for (int n = 0; n < 3; n++) {
      store().put(folder() + "a.csv", TEXT, ObjectStoreUnderTest.bytes("a" + n));
      store().put(folder() + "b.csv", TEXT, ObjectStoreUnderTest.bytes("b" + n));
    }
    List<ObjectVersion> all = listed(100);
    assertThat(all).hasSize(6).doesNotHaveDuplicates();
    for (int limit = 1; limit < 7; limit++) {
      assertThat(listed(limit)).as("pages of %d", limit).isEqualTo(all);
    }
  }

  @Test
  default void aListedVersionIsTheOneThatIsDescribed() {
    store().put(folder() + "a.csv", TEXT, ObjectStoreUnderTest.bytes("1"));
    ListedVersion listed = store().list(folder(), Optional.empty(), 10).getFirst();
    assertThat(store().describe(folder() + "a.csv", Optional.empty()).orElseThrow().version())
        .isEqualTo(listed.version());
    assertThat(listed.lastModified()).isAfter(Instant.EPOCH);
  }

  @Test
  default void whereNothingIsNothingIsListed() {
    assertThat(store().list(folder(), Optional.empty(), 10)).isEmpty();
  }

  @Test
  default void versionsOfADeletedObjectAreListedAfterTheMarkOfItsDeletion() {
    store().put(folder() + "a.csv", TEXT, ObjectStoreUnderTest.bytes("1"));
    store().put(folder() + "b.csv", TEXT, ObjectStoreUnderTest.bytes("1"));
    store().deleteAll(folder() + "a");
    assertThat(entries(100))
        .extracting(this::shown)
        .containsExactly("a.csv deleted", "a.csv", "b.csv");
  }

  @Test
  default void aMarkStaysBetweenTheVersionBeforeAndTheOneAfterIt() {
    store().put(folder() + "a.csv", TEXT, ObjectStoreUnderTest.bytes("1"));
    ObjectVersion first = entries(1).getFirst().version();
    store().deleteAll(folder() + "a");
    store().put(folder() + "a.csv", TEXT, ObjectStoreUnderTest.bytes("2"));
    List<ListedVersion> all = entries(100);
    assertThat(all).extracting(this::shown).containsExactly("a.csv", "a.csv deleted", "a.csv");
    assertThat(all.getLast().version()).isEqualTo(first);
    assertThat(all.get(1).version().versionId()).isPresent();
    assertThat(all.get(1).lastModified()).isAfter(Instant.EPOCH);
  }

  @Test
  default void pagesOfOneListMarksToo() {
    store().put(folder() + "a.csv", TEXT, ObjectStoreUnderTest.bytes("1"));
    store().deleteAll(folder() + "a");
    store().put(folder() + "a.csv", TEXT, ObjectStoreUnderTest.bytes("2"));
    store().put(folder() + "b.csv", TEXT, ObjectStoreUnderTest.bytes("1"));
    assertThat(entries(1)).hasSize(4).isEqualTo(entries(100));
  }

  private String shown(ListedVersion listed) {
    String name = listed.version().key().substring(folder().length());
    return listed.isDeletion() ? name + " deleted" : name;
  }

  private List<ObjectVersion> listed(int limit) {
    return entries(limit).stream().map(ListedVersion::version).toList();
  }

  private List<ListedVersion> entries(int limit) {
    List<ListedVersion> all = new ArrayList<>();
    List<ListedVersion> page = store().list(folder(), Optional.empty(), limit);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = store().list(folder(), Optional.of(page.getLast().version()), limit);
    }
    return all;
  }
}
