package expunge.simulator.contract;

import static expunge.simulator.contract.MemberTable.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.criterion.Criterion;
import expunge.criterion.Operator;
import expunge.dataset.Dataset;
import expunge.dataset.KeyType;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import expunge.run.ExpungeException;
import expunge.selection.Lane;
import expunge.selection.Selection;
import expunge.selection.Selector;
import expunge.simulator.people.Members;
import expunge.simulator.people.RandomCriteria;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link Selection} by a criterion: whoever meets it is met once, and nobody else. */
public interface TargetContract extends PeoplesTablesUnderTest {
  @ParameterizedTest
  @EnumSource
  default void theTableSelectsWhomTheCriterionMeans(KeyType type) {
    MemberTable members = MemberTable.make(tables(), type);
    RandomCriteria random = new RandomCriteria(members.dataset(), 7);
    Map<String, Map<String, Value>> all = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      String id = Integer.toString(i);
      all.put(id, members.item(id, random.attributes()));
      members.put(id, all.getOrDefault(id, Map.of()));
      members.putBeside(id, "ORDER#1", random.attributes());
    }
    for (int i = 0; i < 150; i++) {
      Criterion criterion = random.criterion();
      List<String> expected =
          all.keySet().stream()
              .filter(id -> criterion.meets(all.getOrDefault(id, Map.of())))
              .toList();
      assertThat(selected(members, criterion))
          .as(criterion.toJson())
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  default void anyKeptPlaceIsOneToGoOnFrom() {
    MemberTable members = MemberTable.make(tables(), KeyType.TEXT);
    Value ballast = text("x".repeat(15_000));
    for (int i = 0; i < 600; i++) {
      String group = i % 3 == 0 ? "odd" : "even";
      members.put("" + i, Map.of("group", text(group), "ballast", ballast));
    }
    Selector selector =
        new Selector.Meeting(Criterion.Condition.of("group", Operator.EQUALS, text("odd")));
    List<String> all = new ArrayList<>();
    int pages = 0;
    for (Lane lane : lanes(members, selector)) {
      List<Selection.Page> whole = walk(members, selector, lane, Optional.empty());
      pages += whole.size();
      for (int i = 0; i + 1 < whole.size(); i++) {
        assertThat(ids(walk(members, selector, lane, whole.get(i).next())))
            .isEqualTo(ids(whole.subList(i + 1, whole.size())));
      }
      all.addAll(ids(whole));
    }
    assertThat(pages).isGreaterThan(lanes(members, selector).size());
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 200).mapToObj(i -> "" + 3 * i).toList());
  }

  @Test
  default void moreThanAPageOfAnIndexIsFoundToo() {
    MemberTable members = MemberTable.make(tables(), KeyType.TEXT);
    String attribute = Members.EMAIL.attribute();
    for (int i = 0; i < 250; i++) {
      members.put("" + i, Map.of(attribute, text("same"), "half", text("" + i % 2)));
    }
    members.putBeside("1", "ORDER#1", Map.of(attribute, text("same"), "half", text("1")));
    Criterion same = Criterion.Condition.of(attribute, Operator.EQUALS, text("same"));
    Criterion half = Criterion.Condition.of("half", Operator.EQUALS, text("1"));
    assertThat(selected(members, new Criterion.All(List.of(half, same))))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 125).mapToObj(i -> "" + (2 * i + 1)).toList());
  }

  @ParameterizedTest
  @EnumSource
  default void whatCanBeNobodysKeyMeansNobody(KeyType type) {
    MemberTable members = MemberTable.make(tables(), type);
    members.put("1", Map.of());
    members.put("2", Map.of());
    String key = members.dataset().profiles().partition().attribute();
    Value hers = ProfileKeys.write(members.dataset().profiles().partition(), new ProfileKey("1"));
    List<Value> others =
        List.of(text(""), text("1"), text("MEMBER#"), text("x".repeat(3_000)), text("MEMBER#3"));
    others.forEach(
        other ->
            assertThat(selected(members, Criterion.Condition.of(key, Operator.EQUALS, other)))
                .isEmpty());
    assertThat(selected(members, Criterion.Condition.of(key, Operator.IN, hers, hers)))
        .containsExactly("1");
  }

  @Test
  default void aTableThatIsNotThereHasNobodyToSelect() {
    Dataset missing = Members.dataset("missing", KeyType.TEXT);
    Selector selector =
        new Selector.Meeting(Criterion.Condition.of("a", Operator.EQUALS, text("hers")));
    assertThatThrownBy(
            () -> tables().selection().page(missing, selector, new Lane(0, 1), Optional.empty()))
        .isInstanceOf(ExpungeException.Permanent.class)
        .hasMessageNotContaining("hers");
  }

  private static List<String> selected(MemberTable members, Criterion criterion) {
    Selector selector = new Selector.Meeting(criterion);
    return lanes(members, selector).stream()
        .flatMap(lane -> ids(walk(members, selector, lane, Optional.empty())).stream())
        .toList();
  }

  private static List<Lane> lanes(MemberTable members, Selector selector) {
    int lanes = members.tables().selection().lanes(members.dataset(), selector);
    return IntStream.range(0, lanes).mapToObj(i -> new Lane(i, lanes)).toList();
  }

  private static List<Selection.Page> walk(
      MemberTable members, Selector selector, Lane lane, Optional<Cursor> from) {
    List<Selection.Page> pages = new ArrayList<>();
    Optional<Cursor> after = from;
    do {
      pages.add(members.tables().selection().page(members.dataset(), selector, lane, after));
      after = pages.getLast().next();
    } while (after.isPresent());
    return pages;
  }

  private static List<String> ids(List<Selection.Page> pages) {
    return pages.stream().flatMap(page -> page.keys().stream()).map(ProfileKey::value).toList();
  }
}
