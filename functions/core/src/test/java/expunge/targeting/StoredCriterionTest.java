package expunge.targeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.criterion.Criterion;
import expunge.criterion.Operator;
import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import expunge.item.Value;
import expunge.run.ExpungeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredCriterionTest {
  /** As the first version wrote it. */
  private static final String VERSION_1 =
      "{\"version\":1,\"criterion\":{\"all\":[{\"attribute\":\"opened\",\"atLeast\":\"0\"},"
          + "{\"attribute\":\"opened\",\"lessThan\":\"2024-11-22\"}]}}";

  private static final Criterion CRITERION =
      new Criterion.All(
          List.of(
              Criterion.Condition.of("opened", Operator.AT_LEAST, new Value.Text("0")),
              Criterion.Condition.of("opened", Operator.LESS_THAN, new Value.Text("2024-11-22"))));

  @Test
  void theFirstVersionIsWrittenAndRead() {
    assertThat(StoredCriterion.write(CRITERION))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(VERSION_1);
    assertThat(StoredCriterion.read(bytes(VERSION_1))).isEqualTo(CRITERION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"version\":2,\"criterion\":{\"attribute\":\"hers\",\"exists\":true}}",
        "{\"version\":1,\"criterion\":{\"attribute\":\"hers\",\"likes\":\"hers\"}}",
        "{\"version\":1}"
      })
  void whatIsOfAnotherFormMeansNobodyRatherThanSomebodyElse(String stored) {
    assertThatThrownBy(() -> StoredCriterion.read(bytes(stored)))
        .isInstanceOf(ExpungeException.Permanent.class)
        .hasMessageNotContaining("hers");
  }

  @Test
  void whatIsAskedForDoesNotShowItself() {
    Dataset dataset = Dataset.byKey("customers", "t", Identifier.plain("id", KeyType.TEXT));
    Optional<String> words = Optional.of("her words");
    assertThat(new TargetRequest(dataset, "complete", CRITERION, words, words, words, "ops", false))
        .hasToString("TargetRequest[customers, complete]");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
