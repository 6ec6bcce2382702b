package expunge.simulator.contract;

import static expunge.simulator.contract.MemberTable.HERS;
import static expunge.simulator.contract.MemberTable.HIS;
import static expunge.simulator.contract.MemberTable.number;
import static expunge.simulator.contract.MemberTable.profile;
import static expunge.simulator.contract.MemberTable.text;
import static expunge.simulator.people.Members.HOLD;
import static expunge.simulator.people.Members.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.dataset.KeyType;
import expunge.item.Value;
import expunge.profile.LastSeen;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore.Erased;
import expunge.run.ExpungeException;
import expunge.suppression.Lifting;
import expunge.suppression.SuppressionList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link SuppressionList}, and how a deletion makes its entries. */
public interface SuppressionContract extends PeoplesTablesUnderTest {
  /** When entries are made. */
  Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @EnumSource
  default void aProfileGoesAndItsEntriesStand(KeyType type) {
    SuppressedMembers members = SuppressedMembers.make(tables(), type);
    Map<String, Value> all = Given.and(HERS, NUMBER.attribute(), number("7"));
    members.put("1", all);
    members.put("2", HERS);
    assertThat(members.erase(seen("1", all), "1", "hers")).isEqualTo(Erased.ALL);
    assertThat(members.ids()).containsExactly("2");
    assertThat(members.standing(NOW, "1", "hers", "his")).containsExactlyInAnyOrder("1", "hers");
  }

  @Test
  default void aSecondTimeAndWithoutAProfileTheEntriesAreMadeAllTheSame() {
    SuppressedMembers members = SuppressedMembers.make(tables(), KeyType.TEXT);
    LastSeen gone = new LastSeen(new ProfileKey("1"), Optional.empty());
    assertThat(members.erase(gone, "1")).isEqualTo(Erased.ALL);
    assertThat(members.erase(gone, "1")).isEqualTo(Erased.ALL);
    assertThat(members.erase(seen("1", HERS), "hers")).isEqualTo(Erased.ALL);
    assertThat(members.standing(NOW, "1", "hers")).hasSize(2);
  }

  @Test
  default void whoIsNotAsReadStaysAndNobodyIsEntered() {
    List<Map<String, Value>> others =
        List.of(
            HIS,
            Map.of(),
            Given.and(HERS, NUMBER.attribute(), number("7")),
            Given.and(HERS, HOLD, new Value.Flag(true)));
    for (Map<String, Value> other : others) {
      SuppressedMembers members = SuppressedMembers.make(tables(), KeyType.TEXT);
      members.put("1", other);
      Erased erased = members.erase(seen("1", HERS), "1", "hers");
      boolean isHeld = other.containsKey(HOLD);
      Map<String, Value> known = isHeld ? HERS : other;
      assertThat(erased).isEqualTo(new Erased(List.of(), List.of(profile("1", isHeld, known))));
      assertThat(members.ids()).containsExactly("1");
      assertThat(members.standing(NOW, "1", "hers")).isEmpty();
    }
  }

  @Test
  default void whoCameBackSinceItWasReadStays() {
    SuppressedMembers members = SuppressedMembers.make(tables(), KeyType.NUMBER);
    members.put("1", Map.of("note", text("new")));
    Erased erased = members.erase(new LastSeen(new ProfileKey("1"), Optional.empty()), "1");
    assertThat(erased.refused()).containsExactly(profile("1", false, Map.of()));
    assertThat(members.standing(NOW, "1")).isEmpty();
  }

  @Test
  default void whoseProtectionIsLiftedGoesWhateverElseItHas() {
    SuppressedMembers members = SuppressedMembers.make(tables(), KeyType.TEXT);
    members.put("1", Given.and(Given.and(HERS, HOLD, new Value.Flag(false)), "note", text("x")));
    assertThat(members.erase(seen("1", HERS), "1")).isEqualTo(Erased.ALL);
    assertThat(members.ids()).isEmpty();
  }

  @Test
  default void anEntryCountsUntilItsTimeAndIsMadeAnew() {
    SuppressedMembers members = SuppressedMembers.make(tables(), KeyType.TEXT);
    LastSeen gone = new LastSeen(new ProfileKey("1"), Optional.empty());
    members.erase(gone, "1");
    Instant end = NOW.plus(SuppressedMembers.KEEP);
    assertThat(members.standing(end.minusSeconds(1), "1")).hasSize(1);
    assertThat(members.standing(end, "1")).isEmpty();
    assertThat(members.lift(new Lifting("late", SuppressedMembers.id("1"), "a", "b", end)))
        .isFalse();
    members.eraseAt(end, gone, "1");
    assertThat(members.standing(end, "1")).hasSize(1);
  }

  @Test
  default void aLiftedEntryIsGoneAndRecordedOnce() {
    SuppressedMembers members = SuppressedMembers.make(tables(), KeyType.TEXT);
    members.erase(new LastSeen(new ProfileKey("1"), Optional.empty()), "1", "hers");
    Lifting lifting = lifting("one", "1");
    assertThat(members.lift(lifting)).isTrue();
    assertThat(members.lift(lifting("two", "1"))).isFalse();
    assertThat(members.lift(lifting("three", "nobody"))).isFalse();
    assertThat(members.standing(NOW, "1", "hers")).containsExactly("hers");
    assertThat(members.records())
        .singleElement()
        .satisfies(
            record ->
                assertThat(record)
                    .containsEntry("by", text("admin"))
                    .containsEntry("reason", text("came back")));
  }

  @Test
  default void aHundredAreLookedForAtOnceAndNoMore() {
    SuppressedMembers members = SuppressedMembers.make(tables(), KeyType.TEXT);
    LastSeen gone = new LastSeen(new ProfileKey("1"), Optional.empty());
    members.erase(gone, "value-7", "value-99", "value-100");
    assertThat(members.standing(NOW, values(SuppressionList.ENTRIES_PER_CALL))).hasSize(2);
    assertThat(members.standing(NOW)).isEmpty();
    assertThatThrownBy(() -> members.standing(NOW, values(SuppressionList.ENTRIES_PER_CALL + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void aListThatIsNotThereIsAFaultAndNobodyIsDeleted() {
    SuppressedMembers members = SuppressedMembers.withoutList(tables());
    members.put("1", HERS);
    assertThatThrownBy(() -> members.erase(seen("1", HERS), "1"))
        .isInstanceOf(ExpungeException.Permanent.class)
        .hasMessageNotContainingAny("hers@", SuppressedMembers.id("1").hex());
    assertThat(members.ids()).containsExactly("1");
    assertThatThrownBy(() -> members.standing(NOW, "1"))
        .isInstanceOf(ExpungeException.Permanent.class);
  }

  private static LastSeen seen(String id, Map<String, Value> attributes) {
    ProfileKey key = new ProfileKey(id);
    return new LastSeen(key, Optional.of(new Profile(key, false, attributes)));
  }

  private static Lifting lifting(String id, String value) {
    return new Lifting(id, SuppressedMembers.id(value), "admin", "came back", NOW);
  }

  private static String[] values(int count) {
    return IntStream.range(0, count).mapToObj(n -> "value-" + n).toArray(String[]::new);
  }
}
