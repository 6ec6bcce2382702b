package expunge.simulator.contract;

import static expunge.simulator.contract.MemberTable.HERS;
import static expunge.simulator.contract.MemberTable.HIS;
import static expunge.simulator.contract.MemberTable.number;
import static expunge.simulator.contract.MemberTable.profile;
import static expunge.simulator.contract.MemberTable.target;
import static expunge.simulator.contract.MemberTable.text;
import static expunge.simulator.people.Members.COMPLETE;
import static expunge.simulator.people.Members.CONTACT;
import static expunge.simulator.people.Members.EMAIL;
import static expunge.simulator.people.Members.HOLD;
import static expunge.simulator.people.Members.NUMBER;
import static expunge.simulator.people.Members.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.KeyType;
import expunge.item.Value;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import expunge.run.ExpungeException;
import expunge.simulator.people.Members;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link ProfileStore#erase}, where it depends on what a profile is. */
public interface ErasureContract extends PeoplesTablesUnderTest {
  @ParameterizedTest
  @EnumSource
  default void aProfileThatIsWhatItWasIsDeletedAndNoOther(KeyType type) {
    MemberTable members = MemberTable.make(tables(), type);
    members.put("1", Given.and(HERS, NUMBER.attribute(), number("7")));
    members.put("2", HERS);
    Target wanted = target("1", Given.and(HERS, NUMBER.attribute(), number("7")));
    assertThat(members.erase(COMPLETE, wanted, target("3", HERS))).isEmpty();
    assertThat(members.all()).containsExactly(members.item("2", HERS));
    assertThat(members.erase(COMPLETE, wanted)).isEmpty();
  }

  @Test
  default void recordsBesideAProfileStay() {
    MemberTable members = MemberTable.make(tables(), KeyType.TEXT);
    members.put("1", HERS);
    members.putBeside("1", "ORDER#1", HERS);
    members.erase(COMPLETE, target("1"));
    assertThat(members.all())
        .containsExactly(Members.record(members.dataset(), "1", "ORDER#1", HERS));
  }

  @ParameterizedTest
  @EnumSource(KeyType.class)
  default void aProfileThatIsAnotherByNowIsRefusedAsItIs(KeyType type) {
    for (DeletionType deletion : List.of(COMPLETE, CONTACT)) {
      MemberTable members = MemberTable.make(tables(), type);
      members.put("1", HIS);
      members.put("2", Map.of("note", text("x")));
      members.put("3", HERS);
      assertThat(members.erase(deletion, target("1", HERS), target("2", HERS), target("3", HERS)))
          .containsExactlyInAnyOrder(profile("1", false, HIS), profile("2", false, Map.of()));
      assertThat(members.find("1", "2"))
          .containsExactlyInAnyOrder(profile("1", false, HIS), profile("2", false, Map.of()));
    }
  }

  @Test
  default void aProtectedProfileIsRefusedWhateverTheMark() {
    List<Value> marks =
        List.of(new Value.Flag(true), text("false"), text(""), number("0"), new Value.Other());
    for (Value mark : marks) {
      MemberTable members = MemberTable.make(tables(), KeyType.TEXT);
      members.put("1", Given.and(HERS, HOLD, mark));
      assertThat(members.erase(COMPLETE, target("1"))).containsExactly(profile("1", true, HERS));
      assertThat(members.erase(CONTACT, target("1"))).containsExactly(profile("1", true, HERS));
      assertThat(members.all()).containsExactly(members.item("1", Given.and(HERS, HOLD, mark)));
    }
  }

  @Test
  default void aProfileWhoseProtectionIsLiftedIsDeleted() {
    MemberTable members = MemberTable.make(tables(), KeyType.TEXT);
    members.put("1", Map.of(HOLD, new Value.Flag(false)));
    assertThat(members.erase(COMPLETE, target("1"))).isEmpty();
    assertThat(members.all()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  default void aTypeThatRemovesAttributesTakesThoseAndNothingElse(KeyType type) {
    MemberTable members = MemberTable.make(tables(), type);
    Map<String, Value> rest =
        Map.of(
            NUMBER.attribute(),
            number("7"),
            "note",
            text(""),
            HOLD,
            new Value.Flag(false),
            "more",
            new Value.Other());
    members.put("1", Given.and(Given.and(rest, PHONE, text("2")), EMAIL.attribute(), text("a@b")));
    members.put("2", HERS);
    assertThat(members.erase(CONTACT, target("1"), target("3"))).isEmpty();
    assertThat(members.erase(CONTACT, target("1"))).isEmpty();
    assertThat(members.all())
        .containsExactlyInAnyOrder(members.item("1", rest), members.item("2", HERS));
  }

  @Test
  default void aProfileThatHasLostTheAttributeByWhichItWasFoundIsRefusedAsItIs() {
    MemberTable members = MemberTable.make(tables(), KeyType.TEXT);
    members.put("1", HERS);
    assertThat(members.erase(CONTACT, target("1", HERS))).isEmpty();
    assertThat(members.erase(CONTACT, target("1", HERS)))
        .containsExactly(profile("1", false, Map.of()));
  }

  @Test
  default void oneCallTakesProfilesOfEveryFate() {
    MemberTable members = MemberTable.make(tables(), KeyType.NUMBER);
    List<String> ids = ids(ProfileStore.TARGETS_PER_CALL);
    ids.subList(0, 10).forEach(id -> members.put(id, HERS));
    ids.subList(10, 15).forEach(id -> members.put(id, HIS));
    ids.subList(15, 20).forEach(id -> members.put(id, Given.and(HERS, HOLD, text("yes"))));
    assertThat(members.erase(COMPLETE, targets(ids)))
        .extracting(refused -> refused.key().value())
        .containsExactlyInAnyOrderElementsOf(ids.subList(10, 20));
    assertThat(members.all()).hasSize(10);
  }

  @Test
  default void tooManyOrOneTwiceAreRefusedAndNothingIsTouched() {
    MemberTable members = MemberTable.make(tables(), KeyType.NUMBER);
    members.put("1", HERS);
    for (DeletionType deletion : List.of(COMPLETE, CONTACT)) {
      for (List<String> ids : List.of(ids(ProfileStore.TARGETS_PER_CALL + 1), List.of("1", "1"))) {
        assertThatThrownBy(() -> members.erase(deletion, targets(ids)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageNotContaining("hers@");
      }
    }
    assertThat(members.all()).containsExactly(members.item("1", HERS));
  }

  @Test
  default void nothingIsErasedFromATableThatIsNotThere() {
    Dataset missing = Members.dataset("missing", KeyType.TEXT);
    for (DeletionType deletion : List.of(COMPLETE, CONTACT)) {
      assertThatThrownBy(
              () ->
                  tables().profiles().erase(missing, deletion, List.of(target("number-17", HERS))))
          .isInstanceOf(ExpungeException.Permanent.class)
          .hasMessageNotContainingAny("number-17", "hers@");
    }
  }

  private static List<String> ids(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
  }

  private static Target[] targets(List<String> ids) {
    return ids.stream().map(id -> target(id, HERS)).toArray(Target[]::new);
  }
}
