package expunge.simulator.contract;

import static expunge.simulator.contract.MemberTable.number;
import static expunge.simulator.contract.MemberTable.profile;
import static expunge.simulator.contract.MemberTable.text;
import static expunge.simulator.people.Members.EMAIL;
import static expunge.simulator.people.Members.HOLD;
import static expunge.simulator.people.Members.NUMBER;
import static expunge.simulator.people.Members.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.dataset.KeyType;
import expunge.item.Value;
import expunge.profile.Profile;
import expunge.profile.ProfileStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link ProfileStore#find} tells of profiles among other records. */
public interface LookupContract extends PeoplesTablesUnderTest {
  @ParameterizedTest
  @EnumSource
  default void theDeclaredAttributesAreToldAndNoOthers(KeyType type) {
    MemberTable members = MemberTable.make(tables(), type);
    Map<String, Value> declared =
        Map.of(EMAIL.attribute(), text("a@b"), NUMBER.attribute(), number("7.0"), PHONE, text("1"));
    members.put("1", Given.and(declared, "note", text("x")));
    members.put("2", Map.of(PHONE, new Value.Other()));
    members.put("4", Map.of(PHONE, new Value.Flag(true)));
    members.put("3", Map.of("note", text("x")));
    assertThat(members.find("1", "2", "3", "4", "5"))
        .containsExactlyInAnyOrder(
            profile("1", false, declared),
            profile("2", false, Map.of(PHONE, new Value.Other())),
            profile("4", false, Map.of(PHONE, new Value.Flag(true))),
            profile("3", false, Map.of()));
  }

  @Test
  default void aProfileIsProtectedWhereTheMarkIsThereAndNotFalse() {
    MemberTable members = MemberTable.make(tables(), KeyType.TEXT);
    List<Value> marks =
        List.of(new Value.Flag(true), text("false"), text(""), number("0"), new Value.Other());
    members.put("free", Map.of());
    members.put("lifted", Map.of(HOLD, new Value.Flag(false)));
    marks.forEach(mark -> members.put("held" + marks.indexOf(mark), Map.of(HOLD, mark)));
    assertThat(members.find("free", "lifted")).hasSize(2).noneMatch(Profile::isProtected);
    assertThat(members.find("held0", "held1", "held2", "held3", "held4"))
        .hasSize(5)
        .allMatch(Profile::isProtected);
  }

  @Test
  default void recordsOfOtherFormsInTheSameTableAreNoProfiles() {
    MemberTable members = MemberTable.make(tables(), KeyType.TEXT);
    members.putBeside("1", "ORDER#1", Map.of());
    members.put("2", Map.of());
    members.putBeside("2", "ORDER#1", Map.of());
    assertThat(members.find("1", "2", "MEMBER#2")).containsExactly(profile("2", false, Map.of()));
  }
}
