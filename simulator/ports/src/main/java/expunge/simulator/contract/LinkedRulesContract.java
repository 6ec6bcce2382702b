package expunge.simulator.contract;

import static expunge.simulator.contract.MemberTable.number;
import static expunge.simulator.contract.MemberTable.text;
import static expunge.simulator.contract.RecordTable.HERS;
import static expunge.simulator.contract.RecordTable.HIS;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.dataset.LinkedRule;
import expunge.item.Value;
import expunge.linked.LinkedRecord;
import expunge.simulator.people.LinkedShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the rules make of linked records, whichever way these are linked. */
public interface LinkedRulesContract extends PeoplesTablesUnderTest {
  @ParameterizedTest
  @EnumSource
  default void deleteTakesTheRecordsOfTheProfileAndNoOthers(LinkedShape shape) {
    RecordTable records = RecordTable.make(tables(), shape, new LinkedRule.Delete());
    records.put(HERS, 1, attributes());
    records.put(HERS, 2, Map.of());
    Map<String, Value> his = records.put(HIS, 3, attributes());
    assertThat(records.find(HERS)).hasSize(2);
    records.sweep(HERS);
    assertThat(records.find(HERS)).isEmpty();
    assertThat(records.all()).containsExactly(his);
  }

  @ParameterizedTest
  @EnumSource
  default void anonymizeTakesTheLinkAndWhatIsNamed(LinkedShape shape) {
    Map<String, Value> replace =
        Map.of("age", text("unknown"), "is known?", new Value.Flag(false), "set", number("0"));
    List<String> remove = List.of("first.name", "e-mail address");
    RecordTable records =
        RecordTable.make(tables(), shape, new LinkedRule.Anonymize(remove, replace));
    Map<String, Value> full = records.put(HERS, 1, attributes());
    Map<String, Value> bare = records.put(HERS, 2, Map.of());
    Map<String, Value> his = records.put(HIS, 3, attributes());
    records.sweep(HERS);
    assertThat(records.withoutNewLinks())
        .containsExactlyInAnyOrder(
            changed(records.detached(full), remove, replace),
            changed(records.detached(bare), remove, replace),
            his);
    assertLinkIsLost(records, 2);
  }

  @ParameterizedTest
  @EnumSource
  default void anonymizeMayTakeTheLinkAlone(LinkedShape shape) {
    RecordTable records =
        RecordTable.make(tables(), shape, new LinkedRule.Anonymize(List.of(), Map.of()));
    Map<String, Value> hers = records.put(HERS, 1, attributes());
    records.sweep(HERS);
    assertThat(records.withoutNewLinks()).containsExactly(records.detached(hers));
  }

  @ParameterizedTest
  @EnumSource
  default void anonymizeMayNameTheLinkAmongWhatItTakes(LinkedShape shape) {
    List<String> remove = List.of(shape.owner(), "age");
    RecordTable records =
        RecordTable.make(tables(), shape, new LinkedRule.Anonymize(remove, Map.of()));
    Map<String, Value> hers = records.put(HERS, 1, attributes());
    records.sweep(HERS);
    assertThat(records.withoutNewLinks())
        .containsExactly(changed(records.detached(hers), remove, Map.of()));
    assertLinkIsLost(records, 1);
  }

  @ParameterizedTest
  @EnumSource
  default void detachTakesTheLinkAlone(LinkedShape shape) {
    RecordTable records = RecordTable.make(tables(), shape, new LinkedRule.Detach());
    Map<String, Value> full = records.put(HERS, 1, attributes());
    Map<String, Value> bare = records.put(HERS, 2, Map.of());
    Map<String, Value> his = records.put(HIS, 3, attributes());
    records.sweep(HERS);
    assertThat(records.withoutNewLinks())
        .containsExactlyInAnyOrder(records.detached(full), records.detached(bare), his);
    assertLinkIsLost(records, 2);
  }

  @ParameterizedTest
  @EnumSource
  default void deleteWhereTakesWhatMeetsTheCriterionAndDetachesTheRest(LinkedShape shape) {
    for (Value wanted : List.of(text("draft"), number("1"), new Value.Flag(true))) {
      LinkedRule rule = new LinkedRule.DeleteWhere("kind of", wanted);
      RecordTable records = RecordTable.make(tables(), shape, rule);
      records.put(HERS, 1, Map.of("kind of", wanted));
      Map<String, Value> other = records.put(HERS, 2, Map.of("kind of", text("sent")));
      Map<String, Value> none = records.put(HERS, 3, attributes());
      Map<String, Value> otherType = records.put(HERS, 4, Map.of("kind of", new Value.Other()));
      Map<String, Value> his = records.put(HIS, 5, Map.of("kind of", wanted));
      assertThat(records.find(HERS)).hasSize(4).filteredOn(LinkedRecord::meetsCriterion).hasSize(1);
      records.sweep(HERS);
      assertThat(records.withoutNewLinks())
          .containsExactlyInAnyOrder(
              records.detached(other), records.detached(none), records.detached(otherType), his);
      assertLinkIsLost(records, 3);
    }
  }

  @ParameterizedTest
  @EnumSource
  default void stripTakesAttributesAndLeavesTheLink(LinkedShape shape) {
    List<String> remove = List.of("e-mail address", "age");
    RecordTable records = RecordTable.make(tables(), shape, new LinkedRule.Strip(remove));
    Map<String, Value> both = records.put(HERS, 1, attributes());
    Map<String, Value> one = records.put(HERS, 2, Map.of("age", new Value.Other()));
    Map<String, Value> none = records.put(HERS, 3, Map.of("set", text("x")));
    Map<String, Value> his = records.put(HIS, 4, attributes());
    assertThat(records.find(HERS)).hasSize(2);
    records.sweep(HERS);
    assertThat(records.find(HERS)).isEmpty();
    assertThat(records.all())
        .containsExactlyInAnyOrder(
            changed(both, remove, Map.of()), changed(one, remove, Map.of()), none, his);
  }

  private static Map<String, Value> attributes() {
    return Map.of(
        "first.name", text("Ada"),
        "e-mail address", text("ada@example.com"),
        "age", number("42.50"),
        "is known?", new Value.Flag(true),
        "more", new Value.Other(),
        "empty", text(""));
  }

  private static Map<String, Value> changed(
      Map<String, Value> item, List<String> remove, Map<String, Value> replace) {
    Map<String, Value> changed = new HashMap<>(item);
    changed.keySet().removeAll(remove);
    changed.putAll(replace);
    return changed;
  }

  private static void assertLinkIsLost(RecordTable records, int count) {
    assertThat(records.find(HERS)).isEmpty();
    assertThat(records.all())
        .filteredOn(
            records.shape().isInKey()
                ? records::isMoved
                : item -> !item.containsKey(records.shape().owner()))
        .hasSize(count);
  }
}
