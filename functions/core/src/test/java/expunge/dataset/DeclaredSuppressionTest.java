package expunge.dataset;

import static expunge.dataset.Declarations.problemsIn;
import static expunge.dataset.Declarations.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeclaredSuppressionTest {
  private static final String TWO =
      """
      {"default": "a", "datasets": {
        "a": {"profiles": {"table": "people", "key": "id"}, "suppression": {"table": "%s"}},
        "b": {"profiles": {"table": "leads", "key": "id"}, "suppression": {"table": "%s"},
              "linked": [{"name": "m", "table": "mails", "rule": "delete",
                          "key": {"partition": "m"}, "link": {"attribute": "o", "index": "i"}}]}}}
      """;

  @Test
  void theListNeedsATable() {
    assertThat(
            problemsIn(
                """
                "profiles": {"table": "t", "key": "id"}, "suppression": {"keepDays": 0, "for": 1}
                """))
        .containsExactly(
            "suppression.table: missing",
            "suppression.keepDays: has to be a whole number of at least 1",
            "suppression.for: unknown");
  }

  @Test
  void theListHasRoomForItsTransactions() {
    String many =
        IntStream.range(0, 99)
            .mapToObj("{\"name\": \"i%d\"}"::formatted)
            .collect(Collectors.joining(","));
    assertThat(
            problemsIn(
                """
                "profiles": {"table": "t", "key": "id"}, "suppression": {"table": "s"},
                "identifiers": [%s]
                """
                    .formatted(many)))
        .containsExactly("suppression: remembers 98 identifiers beside the key at most");
  }

  @Test
  void theListIsInNoTableOfPeopleWhosever() {
    String problem = ".suppression.table: has to be a table of its own, and holds people's records";
    assertThat(problemsOf(TWO.formatted("people", "mails")))
        .containsExactly("datasets.a" + problem + " of a", "datasets.b" + problem + " of b");
    assertThat(problemsOf(TWO.formatted("leads", "people")))
        .containsExactly("datasets.a" + problem + " of b", "datasets.b" + problem + " of a");
    assertThat(problemsOf(TWO.formatted("mails", "gone")))
        .containsExactly("datasets.a" + problem + " of b");
  }

  @Test
  void datasetsMayShareATableOfTheirLists() {
    Datasets datasets = Datasets.parse(TWO.formatted("gone", "gone"));
    assertThat(datasets.names())
        .allSatisfy(
            name ->
                assertThat(datasets.of(name).suppression())
                    .contains(new Suppression("gone", Duration.ofDays(3_650))));
  }
}
