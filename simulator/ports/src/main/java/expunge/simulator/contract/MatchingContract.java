package expunge.simulator.contract;

import static expunge.simulator.contract.MemberTable.number;
import static expunge.simulator.contract.MemberTable.text;
import static expunge.simulator.people.Members.EMAIL;
import static expunge.simulator.people.Members.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import expunge.item.Cursor;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.run.ExpungeException;
import expunge.simulator.people.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link ProfileStore#matching}, once the index has caught up. */
public interface MatchingContract extends PeoplesTablesUnderTest {
  @ParameterizedTest
  @EnumSource
  default void profilesAreFoundByTheValueOfAnIndexedAttribute(KeyType type) {
    MemberTable members = MemberTable.make(tables(), type);
    members.put("1", Map.of(EMAIL.attribute(), text("a@b"), NUMBER.attribute(), number("7")));
    members.put("2", Map.of(EMAIL.attribute(), text("A@b"), NUMBER.attribute(), number("70")));
    members.put("3", Map.of(EMAIL.attribute(), text("a@b")));
    members.put("4", Map.of());
    assertThat(matching(members, EMAIL, "a@b")).containsExactlyInAnyOrder("1", "3");
    assertThat(matching(members, NUMBER, "7")).containsExactly("1");
    assertThat(matching(members, NUMBER, "8")).isEmpty();
  }

  @Test
  default void recordsOfOtherFormsInTheSameIndexAreNoProfiles() {
    MemberTable members = MemberTable.make(tables(), KeyType.TEXT);
    members.put("1", Map.of(EMAIL.attribute(), text("a@b")));
    members.putBeside("1", "ORDER#1", Map.of(EMAIL.attribute(), text("a@b")));
    members.putBeside("2", "ORDER#1", Map.of(EMAIL.attribute(), text("a@b")));
    assertThat(matching(members, EMAIL, "a@b")).containsExactly("1");
  }

  @Test
  default void thereMayBeMoreThanOnePageTakes() {
    MemberTable members = MemberTable.make(tables(), KeyType.NUMBER);
    String large = "x".repeat(1_000);
    List<String> ids = IntStream.range(0, 1_200).mapToObj(Integer::toString).toList();
    ids.forEach(id -> members.put(id, Map.of(EMAIL.attribute(), text(large))));
    members.put("-1", Map.of(EMAIL.attribute(), text(large + "y")));
    assertThat(matching(members, EMAIL, large)).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  default void aTableThatIsNotThereHasNoMatchesToTell() {
    Dataset missing = Members.dataset("missing", KeyType.TEXT);
    assertThatThrownBy(() -> tables().profiles().matching(missing, EMAIL, "a@b", Optional.empty()))
        .isInstanceOf(ExpungeException.Permanent.class)
        .hasMessageNotContaining("a@b");
  }

  private static List<String> matching(MemberTable members, Identifier identifier, String value) {
    ProfileStore store = members.tables().profiles();
    List<String> found = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      ProfileStore.Matching page = store.matching(members.dataset(), identifier, value, after);
      page.keys().stream().map(ProfileKey::value).forEach(found::add);
      after = page.next();
    } while (after.isPresent());
    return found;
  }
}
