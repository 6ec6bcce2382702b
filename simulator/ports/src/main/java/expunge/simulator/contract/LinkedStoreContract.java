package expunge.simulator.contract;

import static expunge.simulator.contract.MemberTable.text;
import static expunge.simulator.contract.RecordTable.HERS;
import static expunge.simulator.contract.RecordTable.HIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.dataset.LinkedRule;
import expunge.dataset.LinkedTable;
import expunge.item.Value;
import expunge.linked.LinkedRecord;
import expunge.linked.LinkedStore;
import expunge.run.ExpungeException;
import expunge.simulator.people.LinkedRules;
import expunge.simulator.people.LinkedShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The promises of {@link LinkedStore} beside the rules: pages, repetition, and change meanwhile.
 */
public interface LinkedStoreContract extends PeoplesTablesUnderTest {
  @ParameterizedTest
  @EnumSource
  default void allPagesTogetherHaveEveryRecordOnce(LinkedShape shape) {
    RecordTable records = RecordTable.make(tables(), shape, new LinkedRule.Delete());
    int count = 2 * LinkedStore.RECORDS_PER_PAGE + 10;
    IntStream.range(0, count).forEach(n -> records.put(HERS, n, Map.of()));
    records.put(HIS, count, Map.of());
    LinkedStore.Page first = tables().linked().find(records.table(), HERS, Optional.empty());
    assertThat(first.records()).hasSize(LinkedStore.RECORDS_PER_PAGE);
    assertThat(records.find(HERS)).hasSize(count).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  default void aPageGoesOnWhereTheOneBeforeEndedThoughItsRecordsAreGone(LinkedShape shape) {
    RecordTable records = RecordTable.make(tables(), shape, new LinkedRule.Delete());
    int count = LinkedStore.RECORDS_PER_PAGE + 10;
    IntStream.range(0, count).forEach(n -> records.put(HERS, n, Map.of()));
    LinkedStore.Page first = tables().linked().find(records.table(), HERS, Optional.empty());
    records.treat(HERS, first.records());
    LinkedStore.Page second = tables().linked().find(records.table(), HERS, first.next());
    assertThat(second.records()).hasSize(10);
  }

  @Test
  default void oneCallTreatsAsManyAsItSays() {
    for (LinkedRule rule : LinkedRules.EACH) {
      RecordTable records = RecordTable.make(tables(), LinkedShape.BESIDE_THE_KEY, rule);
      IntStream.range(0, LinkedStore.RECORDS_PER_CALL).forEach(n -> records.put(HERS, n, draft()));
      assertThat(tables().linked().treat(records.table(), HERS, records.find(HERS), "new"))
          .isEmpty();
      assertThat(records.find(HERS)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  default void moreThanOneCallTakesAreRefusedAndNothingIsTouched(LinkedShape shape) {
    for (LinkedRule rule : LinkedRules.EACH) {
      RecordTable records = RecordTable.make(tables(), shape, rule);
      int tooMany = LinkedStore.perCall(records.table()) + 1;
      IntStream.range(0, tooMany).forEach(n -> records.put(HERS, n, draft()));
      List<Map<String, Value>> before = records.all();
      List<LinkedRecord> found = records.find(HERS);
      assertThatThrownBy(() -> tables().linked().treat(records.table(), HERS, found, "new"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("ORDER");
      assertThat(records.all()).containsExactlyInAnyOrderElementsOf(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  default void treatingAgainChangesNothing(LinkedShape shape) {
    for (LinkedRule rule : LinkedRules.EACH) {
      RecordTable records = RecordTable.make(tables(), shape, rule);
      records.put(HERS, 1, draft());
      records.put(HERS, 2, Map.of("age", text("7")));
      List<LinkedRecord> found = records.find(HERS);
      records.treat(HERS, found);
      List<Map<String, Value>> treated = records.all();
      records.treat(HERS, found);
      assertThat(records.all()).containsExactlyInAnyOrderElementsOf(treated);
    }
  }

  @ParameterizedTest
  @EnumSource
  default void recordsThatAreGoneAreNotMadeAnew(LinkedShape shape) {
    for (LinkedRule rule : LinkedRules.EACH) {
      RecordTable records = RecordTable.make(tables(), shape, rule);
      records.treat(HERS, List.of(record(records, 1, false), record(records, 2, true)));
      assertThat(records.all()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BESIDE_THE_KEY", "BY_A_NUMBER"})
  default void recordsThatBelongToAnotherByNowStayAsTheyAre(LinkedShape shape) {
    for (LinkedRule rule : LinkedRules.EACH) {
      RecordTable records = RecordTable.make(tables(), shape, rule);
      records.put(HERS, 1, draft());
      List<LinkedRecord> found = records.find(HERS);
      Map<String, Value> handedOn = new HashMap<>(draft());
      handedOn.putAll(shape.record(HERS.value(), 1));
      handedOn.put(shape.owner(), shape.linked(HIS.value()));
      tables().put(records.table().table(), handedOn);
      records.treat(HERS, found);
      assertThat(records.all()).containsExactly(handedOn);
    }
  }

  @ParameterizedTest
  @EnumSource
  default void recordsAreTreatedAsTheCriterionSaysOfThemNow(LinkedShape shape) {
    LinkedRule rule = new LinkedRule.DeleteWhere("kind", text("draft"));
    RecordTable records = RecordTable.make(tables(), shape, rule);
    records.put(HERS, 1, draft());
    records.put(HERS, 2, Map.of());
    List<LinkedRecord> found = records.find(HERS);
    Map<String, Value> sent = records.put(HERS, 1, Map.of("kind", text("sent")));
    records.put(HERS, 2, draft());
    for (LinkedRecord one : found) {
      assertThat(tables().linked().treat(records.table(), HERS, List.of(one), "new"))
          .containsExactly(new LinkedRecord(one.key(), !one.meetsCriterion()));
    }
    assertThat(records.all()).hasSize(2);
    records.treat(HERS, found);
    assertThat(records.withoutNewLinks()).containsExactly(records.detached(sent));
  }

  @ParameterizedTest
  @EnumSource(names = {"PARTITION_KEY", "PARTITION_KEY_AND_SORT", "SORT_KEY"})
  default void aMovedRecordHasTheNewIdWhereTheLinkWas(LinkedShape shape) {
    RecordTable records = RecordTable.make(tables(), shape, new LinkedRule.Detach());
    Map<String, Value> moved = new HashMap<>(records.put(HERS, 1, draft()));
    moved.put(shape.owner(), text(LinkedShape.DETACHED + "r4nd0m"));
    tables().linked().treat(records.table(), HERS, records.find(HERS), "r4nd0m");
    assertThat(records.all()).containsExactly(moved);
  }

  @Test
  default void recordsOfThePartitionWhoseSortKeyBeginsOtherwiseStay() {
    LinkedShape shape = LinkedShape.PARTITION_KEY_AND_SORT;
    RecordTable records = RecordTable.make(tables(), shape, new LinkedRule.Delete());
    records.put(HERS, 1, Map.of());
    Map<String, Value> other = new HashMap<>(shape.record(HIS.value(), 2));
    other.put(shape.owner(), shape.linked(HERS.value()));
    tables().put(records.table().table(), other);
    records.sweep(HERS);
    assertThat(records.all()).containsExactly(other);
  }

  @ParameterizedTest
  @EnumSource
  default void aTableThatIsNotThereIsAPermanentFailureThatNamesNobody(LinkedShape shape) {
    for (LinkedRule rule : LinkedRules.EACH) {
      LinkedTable missing = shape.table("missing", rule);
      RecordTable records = new RecordTable(tables(), shape, missing);
      assertThatThrownBy(() -> records.find(HERS))
          .isInstanceOf(ExpungeException.Permanent.class)
          .hasMessageNotContaining(HERS.value());
      assertThatThrownBy(() -> records.treat(HERS, List.of(record(records, 1, false))))
          .isInstanceOf(ExpungeException.Permanent.class)
          .hasMessageNotContainingAny(HERS.value(), "ORDER");
    }
  }

  private static LinkedRecord record(RecordTable records, int number, boolean meetsCriterion) {
    Map<String, Value> item = records.shape().record(HERS.value(), number);
    List<String> names = new ArrayList<>();
    records.table().key().forEach(key -> names.add(key.name()));
    Map<String, Value> key = new HashMap<>(item);
    key.keySet().retainAll(names);
    return new LinkedRecord(key, meetsCriterion);
  }

  private static Map<String, Value> draft() {
    return Map.of("kind", text("draft"), "age", text("7"), "more", new Value.Other());
  }
}
