package expunge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.criterion.Criterion;
import expunge.criterion.CriterionReading;
import expunge.json.JsonText;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CriterionExpressionTest {
  private static final int LONGEST = 4_096;

  @Test
  void groupsAreEnclosedOnceAndConditionsNever() {
    CriterionExpression expression =
        CriterionExpression.of(
            read(
                """
                {"all": [{"attribute": "a b", "equals": "x"},
                         {"any": [{"all": [{"attribute": "c", "in": [1, 2]},
                                           {"attribute": "a b", "missing": true}]}]},
                         {"not": {"any": [{"attribute": "c", "between": [1, 2]},
                                          {"attribute": "d", "contains": "y"}]}},
                         {"any": [{"attribute": "d", "beginsWith": "z"}]}]}
                """));
    assertThat(expression.text())
        .isEqualTo(
            "#0 = :0 AND (#1 IN (:1, :2) AND attribute_not_exists(#0))"
                + " AND NOT (#1 BETWEEN :3 AND :4 OR contains(#2, :5)) AND begins_with(#2, :6)");
    assertThat(expression.names()).hasSize(3).containsEntry("#0", "a b").containsEntry("#2", "d");
    assertThat(expression.values()).hasSize(7);
  }

  /** The largest that may be read, of those parts that take the most room. */
  static Stream<Criterion> largest() {
    List<String> missing =
        IntStream.range(0, 98)
            .mapToObj(i -> "{\"attribute\":\"a" + i + "\",\"missing\":true}")
            .toList();
    String of75 = "[" + String.join(",", Collections.nCopies(75, "1")) + "]";
    String twoLists =
        "{\"attribute\":\"x\",\"in\":" + of75 + "},{\"attribute\":\"y\",\"in\":" + of75 + "}";
    String between =
        IntStream.range(0, 75)
            .mapToObj(i -> "{\"attribute\":\"a" + i + "\",\"between\":[1,2]}")
            .collect(Collectors.joining(","));
    String deepest = "{\"not\":".repeat(6) + missing.getFirst() + "}".repeat(6);
    return Stream.of(
            String.join(",", missing.subList(0, 97)) + "," + twoLists,
            between + "," + String.join(",", missing.subList(0, 24)),
            String.join(",", Collections.nCopies(14, deepest)))
        .map(parts -> read("{\"any\":[" + parts + "]}"));
  }

  @ParameterizedTest
  @MethodSource("largest")
  void theLargestCriterionIsNoLongerThanDynamoDbTakes(Criterion criterion) {
    assertThat(CriterionExpression.of(criterion).text()).hasSizeLessThan(LONGEST);
  }

  private static Criterion read(String json) {
    Object tree = JsonText.read(json, new LinkedHashSet<>()).orElseThrow().getFirst();
    CriterionReading reading = Criterion.read(tree, Instant.EPOCH);
    assertThat(reading.problems()).isEmpty();
    return reading.criterion().orElseThrow();
  }
}
