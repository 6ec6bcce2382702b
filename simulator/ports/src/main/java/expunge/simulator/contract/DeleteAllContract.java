package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@link expunge.object.ObjectStore#deleteAll}. */
interface DeleteAllContract extends ObjectStoreUnderTest {
  @Test
  default void everyObjectUnderThePrefixIsDeletedAndNoOther() {
    for (String key : List.of("work/a/1", "work/a/2", "work/a/deeper/3", "work/ab", "work/b/1")) {
      store().put(folder() + key, TEXT, ObjectStoreUnderTest.bytes(key));
    }
    store().deleteAll(folder() + "work/a/");
    assertThat(store().read(folder() + "work/a/1")).isEmpty();
    assertThat(store().describe(folder() + "work/a/2", Optional.empty())).isEmpty();
    assertThat(store().read(folder() + "work/a/deeper/3")).isEmpty();
    assertThat(store().read(folder() + "work/ab")).isPresent();
    assertThat(store().read(folder() + "work/b/1")).isPresent();
  }

  @Test
  default void moreObjectsThanOneListingShowsAreDeleted() {
    List<String> keys = new ArrayList<>();
    for (int n = 0; n < 1_005; n++) {
      keys.add(folder() + "work/" + n);
    }
    keys.parallelStream().forEach(key -> store().put(key, TEXT, ObjectStoreUnderTest.bytes("x")));
    store().deleteAll(folder() + "work/");
    assertThat(keys.parallelStream().filter(key -> store().read(key).isPresent())).isEmpty();
  }

  @Test
  default void deletingNothingAndDeletingAgainIsFine() {
    store().deleteAll(folder() + "nothing/");
    store().put(folder() + "work/1", TEXT, ObjectStoreUnderTest.bytes("x"));
    store().deleteAll(folder() + "work/");
    store().deleteAll(folder() + "work/");
    store().put(folder() + "work/1", TEXT, ObjectStoreUnderTest.bytes("y"));
    assertThat(store().read(folder() + "work/1")).contains(ObjectStoreUnderTest.bytes("y"));
  }
}
