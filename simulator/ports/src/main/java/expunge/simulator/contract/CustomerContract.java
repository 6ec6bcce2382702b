package expunge.simulator.contract;

import static expunge.simulator.contract.CustomerTables.activity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.imports.Activity;
import expunge.imports.Customer;
import expunge.imports.CustomerStore;
import expunge.imports.CustomerStore.Written;
import expunge.imports.Refusal;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.simulator.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@link CustomerStore}. */
public interface CustomerContract extends PeoplesTablesUnderTest {
  @Test
  default void aNewCustomerIsMadeWithAnActivity() {
    CustomerTables market = CustomerTables.make(tables());
    Customer one = market.customer("1");
    Map<String, Value> sets =
        Map.of("points", new Value.Numeric("7"), "subscribed", new Value.Flag(true));

    assertThat(market.write(one, sets(market.customer("2"), sets))).isEqualTo(Written.ALL);

    assertThat(market.profile("1")).contains(Map.of("name", new Value.Text("N")));
    assertThat(market.profile("2")).contains(sets);
    assertThat(market.feed())
        .hasSize(2)
        .allSatisfy(
            item ->
                assertThat(item)
                    .containsEntry("action", new Value.Text("Came"))
                    .containsEntry("endpoint", new Value.Text("Fair"))
                    .containsEntry("touchpoint", new Value.Text("Stand"))
                    .containsEntry("at", new Value.Text("2026-01-01T00:00:00Z"))
                    .containsEntry("taskId", new Value.Text(CustomerTables.TASK.value())));
  }

  @Test
  default void aCustomerOfWhomNothingIsSaidIsMadeAllTheSame() {
    CustomerTables market = CustomerTables.make(tables());
    assertThat(market.write(sets(market.customer("1"), Map.of()))).isEqualTo(Written.ALL);
    assertThat(market.profile("1")).contains(Map.of());
  }

  @Test
  default void aProfileKeepsWhatIsNotSet() {
    CustomerTables market = CustomerTables.make(tables());
    market.put("1", Map.of("city", new Value.Text("Ulm"), "name", new Value.Text("M")));

    assertThat(market.write(known(market.customer("1"), Map.of()))).isEqualTo(Written.ALL);

    assertThat(market.profile("1"))
        .contains(Map.of("city", new Value.Text("Ulm"), "name", new Value.Text("N")));
  }

  @Test
  default void aRowIsWrittenOnceWhateverBecomesOfItsProfile() {
    CustomerTables market = CustomerTables.make(tables());
    market.write(market.customer("1"));
    market.put("1", Map.of("name", new Value.Text("changed")));

    assertThat(market.write(market.customer("1"))).isEqualTo(Written.ALL);
    assertThat(market.profile("1")).contains(Map.of("name", new Value.Text("changed")));
    Written mixed = market.write(market.customer("1"), market.customer("2"));
    assertThat(mixed.refused()).isEmpty();
    assertThat(mixed.unprocessed()).isSubsetOf(new ProfileKey("2"));
  }

  @Test
  default void anotherRowOfTheSameCustomerAddsItsLineAlone() {
    CustomerTables market = CustomerTables.make(tables());
    market.write(market.customer("1"));
    Customer again =
        new Customer(
            new ProfileKey("1"),
            false,
            Map.of(),
            Map.of("name", new Value.Text("O")),
            Set.of(),
            Optional.empty(),
            new Activity(
                CustomerTables.TASK, 9, "other", "other", "other", CustomerTables.later()));

    assertThat(market.write(again)).isEqualTo(Written.ALL);

    assertThat(market.lines("1", "2")).isEqualTo(Map.of(new ProfileKey("1"), Set.of(2, 9)));
    assertThat(market.feed())
        .singleElement()
        .satisfies(item -> assertThat(item).containsEntry("action", new Value.Text("Came")));
    assertThat(market.profile("1")).contains(Map.of("name", new Value.Text("O")));
  }

  @Test
  default void whoIsNotTheOneThatWasFoundIsLeftAlone() {
    CustomerTables market = CustomerTables.make(tables());
    Map<String, Value> hers = Map.of("email", new Value.Text("hers"));
    Map<String, Value> his = Map.of("email", new Value.Text("his"));
    market.put("1", his);
    market.put("2", hers);
    market.put("3", Map.of());

    assertThat(market.write(known(market.customer("1"), hers)).refused())
        .containsExactly(Map.entry(new ProfileKey("1"), Refusal.CHANGED));
    assertThat(market.write(known(market.customer("gone"), Map.of())).refused())
        .containsExactly(Map.entry(new ProfileKey("gone"), Refusal.CHANGED));
    assertThat(market.write(carrying(market.customer("3"), hers)).refused())
        .containsExactly(Map.entry(new ProfileKey("3"), Refusal.CHANGED));
    assertThat(market.write(carrying(market.customer("2"), hers))).isEqualTo(Written.ALL);
    assertThat(market.profile("1")).contains(his);
    assertThat(market.profile("gone")).isEmpty();
    assertThat(market.lines("1", "gone", "3")).isEmpty();
  }

  @Test
  default void whoIsProtectedIsLeftAloneUnlessTheMarkSaysNo() {
    CustomerTables market = CustomerTables.make(tables());
    market.put("1", Map.of(Market.HOLD, new Value.Text("court")));
    market.put("2", Map.of(Market.HOLD, new Value.Flag(false)));

    Written written =
        market.write(known(market.customer("1"), Map.of()), known(market.customer("2"), Map.of()));

    assertThat(written.refused())
        .containsExactly(Map.entry(new ProfileKey("1"), Refusal.PROTECTED));
    assertThat(written.unprocessed()).containsExactly(new ProfileKey("2"));
    assertThat(market.profile("1")).contains(Map.of(Market.HOLD, new Value.Text("court")));
    assertThat(market.lines("1", "2")).isEmpty();
    assertThat(market.write(known(market.customer("2"), Map.of()))).isEqualTo(Written.ALL);
  }

  @Test
  default void whoIsSuppressedIsNotMade() {
    CustomerTables market = CustomerTables.make(tables());
    market.suppress("hers", CustomerTables.later());
    market.suppress("his", CustomerTables.NOW);

    Written written = market.write(market.knownBy("1", "hers", "new"), market.knownBy("2", "his"));

    assertThat(written.refused())
        .containsExactly(Map.entry(new ProfileKey("1"), Refusal.SUPPRESSED));
    assertThat(written.unprocessed()).containsExactly(new ProfileKey("2"));
    assertThat(market.write(market.knownBy("2", "his"))).isEqualTo(Written.ALL);
    assertThat(market.profile("1")).isEmpty();
  }

  @Test
  default void nobodyJoinsASegmentThatIsNotThereOrIsDisabled() {
    CustomerTables market = CustomerTables.make(tables());
    market.putSegment(segment("off", Map.of("disabled", new Value.Flag(true))));
    market.putSegment(segment("told", Map.of("source", new Value.Text("attribute"))));
    market.putSegment(segment("odd", Map.of("source", new Value.Text("list"))));

    Written written =
        market.write(
            joining(market.customer("1"), "off"),
            joining(market.customer("2"), "told"),
            joining(market.customer("3"), "new"),
            joining(market.customer("4"), "new"),
            joining(market.customer("5"), "odd"));

    assertThat(written.refused())
        .isEqualTo(
            Map.of(
                new ProfileKey("1"), Refusal.BARRED,
                new ProfileKey("2"), Refusal.BARRED,
                new ProfileKey("5"), Refusal.BARRED));
    assertThat(written.unprocessed())
        .containsExactlyInAnyOrder(new ProfileKey("3"), new ProfileKey("4"));
    assertThat(written.missing()).containsExactly("new");
    assertThat(market.memberships()).isEmpty();
    assertThat(market.profile("3")).isEmpty();
  }

  @Test
  default void aSegmentOfMembersOrOfPeopleIsJoined() {
    CustomerTables market = CustomerTables.make(tables());
    market.putSegment(segment("members", Map.of("source", new Value.Text("members"))));
    market.putSegment(segment("manual", Map.of("source", new Value.Text("manual"))));
    assertThat(
            market.write(
                joining(market.customer("1"), "members"), joining(market.customer("2"), "manual")))
        .isEqualTo(Written.ALL);
  }

  @Test
  default void aSegmentIsMissedOnlyByWhoIsStillToJoinIt() {
    CustomerTables market = CustomerTables.make(tables());
    market.suppress("hers", CustomerTables.later());
    market.write(market.customer("2"));

    Written written =
        market.write(
            joining(market.knownBy("1", "hers"), "for-her"),
            joining(market.customer("2"), "for-him"),
            joining(market.customer("3"), "for-all"));

    assertThat(written.refused())
        .containsExactly(Map.entry(new ProfileKey("1"), Refusal.SUPPRESSED));
    assertThat(written.missing()).containsExactly("for-all");
    assertThat(market.write(joining(market.customer("2"), "for-him")).missing()).isEmpty();
  }

  @Test
  default void aSegmentThatIsOpenedIsJoinedOnce() {
    CustomerTables market = CustomerTables.make(tables());
    tables().customers().openSegment(market.dataset(), "new");
    tables().customers().openSegment(market.dataset(), "new");

    assertThat(
            market.write(
                joining(market.customer("1"), "new"), joining(market.customer("2"), "new")))
        .isEqualTo(Written.ALL);
    assertThat(market.write(joining(market.customer("1"), "new"))).isEqualTo(Written.ALL);

    assertThat(market.memberships())
        .hasSize(2)
        .allSatisfy(
            item ->
                assertThat(item)
                    .containsEntry("segmentId", new Value.Text("new"))
                    .containsEntry("joinedBy", new Value.Text(CustomerTables.TASK.value())));
    assertThat(market.segments())
        .containsExactly(
            Map.of(
                "segmentId", new Value.Text("new"),
                "name", new Value.Text("new"),
                "source", new Value.Text("manual"),
                "disabled", new Value.Flag(false)));
  }

  @Test
  default void aSegmentThatIsThereStaysAsItIs() {
    CustomerTables market = CustomerTables.make(tables());
    Map<String, Value> off = segment("off", Map.of("disabled", new Value.Flag(true)));
    market.putSegment(off);
    tables().customers().openSegment(market.dataset(), "off");
    assertThat(market.segments()).containsExactly(off);
  }

  @Test
  default void asManyAsACallTakesAreWrittenTogetherAndNoMore() {
    CustomerTables market = CustomerTables.make(tables());
    tables().customers().openSegment(market.dataset(), "new");
    Customer[] most =
        IntStream.range(0, CustomerStore.CUSTOMERS_PER_CALL)
            .mapToObj(i -> joining(market.knownBy("c" + i, "a" + i, "b" + i), "new"))
            .toArray(Customer[]::new);

    assertThat(market.write(most)).isEqualTo(Written.ALL);
    assertThat(market.write()).isEqualTo(Written.ALL);

    assertThat(market.memberships()).hasSize(CustomerStore.CUSTOMERS_PER_CALL);
    List<Customer> more =
        IntStream.rangeClosed(0, CustomerStore.CUSTOMERS_PER_CALL)
            .mapToObj(i -> market.customer("m" + i))
            .toList();
    assertThatThrownBy(() -> tables().customers().write(market.dataset(), more, CustomerTables.NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> market.write(market.customer("x"), market.customer("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void customersOfWhomMuchIsToBeCheckedAreWrittenInSeveralCalls() {
    CustomerTables market = CustomerTables.make(tables());
    List<Customer> left = new ArrayList<>();
    for (int i = 0; i < CustomerStore.CUSTOMERS_PER_CALL; i++) {
      tables().customers().openSegment(market.dataset(), "s" + i);
      String[] hers =
          Stream.of("a", "b", "c", "d", "e", "f", "g", "h", "i")
              .map(("c" + i)::concat)
              .toArray(String[]::new);
      left.add(joining(market.knownBy("c" + i, hers), "s" + i));
    }

    while (!left.isEmpty()) {
      Written written = market.write(left.toArray(Customer[]::new));
      assertThat(written.refused()).isEmpty();
      assertThat(written.unprocessed()).hasSizeLessThan(left.size());
      left.removeIf(one -> !written.unprocessed().contains(one.key()));
    }

    assertThat(market.memberships()).hasSize(CustomerStore.CUSTOMERS_PER_CALL);
  }

  private static Map<String, Value> segment(String id, Map<String, Value> attributes) {
    return Given.and(attributes, "segmentId", new Value.Text(id));
  }

  private static Customer sets(Customer one, Map<String, Value> sets) {
    return new Customer(
        one.key(), one.isNew(), one.carries(), sets, one.entries(), one.segment(), activity(2));
  }

  /** Of whom a profile was found. */
  private static Customer known(Customer one, Map<String, Value> carries) {
    return new Customer(
        one.key(), false, carries, one.sets(), one.entries(), one.segment(), activity(2));
  }

  /** Of whom none was found, and who has these attributes if there is one. */
  private static Customer carrying(Customer one, Map<String, Value> carries) {
    return new Customer(
        one.key(), true, carries, one.sets(), one.entries(), one.segment(), activity(2));
  }

  private static Customer joining(Customer one, String segment) {
    return new Customer(
        one.key(),
        one.isNew(),
        one.carries(),
        one.sets(),
        one.entries(),
        Optional.of(segment),
        activity(2));
  }
}
