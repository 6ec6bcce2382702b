package expunge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.Imports;
import expunge.dataset.Imports.NewKeys;
import expunge.dataset.KeyAttribute;
import expunge.dataset.KeyPart;
import expunge.dataset.KeyType;
import expunge.dataset.Link;
import expunge.dataset.LinkedRule;
import expunge.dataset.LinkedTable;
import expunge.dataset.Template;
import expunge.imports.Activity;
import expunge.imports.Customer;
import expunge.imports.CustomerStore.Written;
import expunge.imports.Refusal;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

class CustomerWritesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final TaskId TASK = TaskId.derivedFrom("an import");

  private static Dataset dataset() {
    LinkedTable feed =
        new LinkedTable(
            "feed",
            "feed",
            new KeyAttribute("who", KeyType.TEXT),
            Optional.of(new KeyAttribute("what", KeyType.TEXT)),
            new Link(
                new KeyPart("who", KeyType.TEXT, Template.ID), Optional.empty(), Optional.empty()),
            new LinkedRule.Delete(),
            "detached#");
    return Dataset.byKey("people", "people", Identifier.plain("id", KeyType.TEXT))
        .importing(new Imports(List.of(), feed, NewKeys.GIVEN));
  }

  private static Customer customer(String key, boolean isNew, Map<String, Value> sets) {
    return new Customer(
        new ProfileKey(key),
        isNew,
        Map.of(),
        sets,
        Set.of(),
        Optional.empty(),
        new Activity(TASK, 2, "action", "endpoint", "touchpoint", NOW));
  }

  private static CustomerWrites writes(Customer... customers) {
    return new CustomerWrites(dataset(), List.of(customers), NOW);
  }

  /** DynamoDB refuses such an update in a transaction; its emulator does not. */
  @Test
  void anUpdateThatSetsNothingHasAnExpressionAllTheSame() {
    List<TransactWriteItem> items =
        writes(customer("1", true, Map.of()), customer("2", false, Map.of())).items();
    assertThat(items)
        .hasSize(4)
        .allSatisfy(item -> assertThat(item.update().updateExpression()).isNotBlank());
  }

  @Test
  void whatIsSaidOfOneIsNotSaidOfAnother() {
    CustomerWrites writes =
        writes(
            customer("written", false, Map.of()),
            customer("changed", false, Map.of()),
            customer("other", false, Map.of()));

    Written answer =
        writes.answer(
            reasons(
                "ConditionalCheckFailed",
                "ConditionalCheckFailed",
                "None",
                "ConditionalCheckFailed",
                "TransactionConflict",
                "None"));

    assertThat(answer.refused()).isEqualTo(Map.of(new ProfileKey("changed"), Refusal.CHANGED));
    assertThat(answer.unprocessed()).containsExactly(new ProfileKey("other"));
  }

  private static List<CancellationReason> reasons(String... codes) {
    return Stream.of(codes).map(code -> CancellationReason.builder().code(code).build()).toList();
  }
}
