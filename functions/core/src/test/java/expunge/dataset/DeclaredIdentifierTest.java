package expunge.dataset;

import static expunge.dataset.Declarations.dataset;
import static expunge.dataset.Declarations.problemsIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredIdentifierTest {
  private static String identifier(String members) {
    return """
    "profiles": {"table": "t", "key": "id"}, "identifiers": [{"name": "email"%s}]
    """
        .formatted(members);
  }

  private static List<String> problems(String members) {
    return problemsIn(identifier(members));
  }

  @Test
  void severalProfilesAreAmbiguousUnlessDeclaredOtherwise() {
    assertThat(dataset(identifier(", \"index\": \"by-email\"")).identifiers())
        .singleElement()
        .extracting(Identifier::index)
        .isEqualTo(Optional.of(new Index("by-email", new Matches.Ambiguous())));
  }

  @Test
  void withoutAnOrderTheKeyDecides() {
    assertThat(dataset(identifier(", \"index\": \"i\", \"matches\": \"all\"")).identifiers())
        .singleElement()
        .extracting(Identifier::index)
        .isEqualTo(Optional.of(new Index("i", new Matches.All(50, Order.BY_KEY))));
  }

  @Test
  void whatSaysWhichMatchIsMeantNeedsAnIndex() {
    assertThat(problems(", \"matches\": \"all\", \"limit\": 5, \"order\": {\"attribute\": \"a\"}"))
        .containsExactly(
            "identifiers[0].matches: needs an index",
            "identifiers[0].order: needs an index",
            "identifiers[0].limit: needs an index");
  }

  @Test
  void aLimitOrAnOrderThatSaysNothingIsRefused() {
    assertThat(problems(", \"index\": \"i\", \"limit\": 5, \"order\": {\"attribute\": \"a\"}"))
        .containsExactly(
            "identifiers[0].order: says nothing where several are ambiguous",
            "identifiers[0].limit: says nothing where several are ambiguous");
    assertThat(problems(", \"index\": \"i\", \"matches\": \"first\", \"limit\": 5"))
        .containsExactly("identifiers[0].limit: says nothing where the first is meant");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001", "2147483647"})
  void aRowTakesAThousandProfilesAtMost(String limit) {
    assertThat(problems(", \"index\": \"i\", \"matches\": \"all\", \"limit\": " + limit))
        .containsExactly("identifiers[0].limit: has to be 1000 at most");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "0.5", "1e400", "4294967297", "\"5\"", "null", "{}"})
  void aLimitIsAPositiveNumber(String limit) {
    assertThat(problems(", \"index\": \"i\", \"matches\": \"all\", \"limit\": " + limit))
        .containsExactly("identifiers[0].limit: has to be a whole number of at least 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type          | \"uuid\"  | has to be text or number",
        "type          | 7         | has to be a text that is not blank",
        "normalization | \"upper\" | has to be none, lower-case or phone",
        "matches       | \"some\"  | has to be ambiguous, first or all",
        "attribute     | []        | has to be a text that is not blank",
        "attribute     | \"a\\\"b\" | is no name of an attribute: a quote, or over 255 characters",
        "pattern       | \"(\"     | not a regular expression: missing closing )",
        "pattern       | 7         | has to be a text that is not blank",
        "order         | \"since\" | has to be an object",
        "matchs        | \"all\"   | unknown"
      })
  void aMemberThatCannotBeReadIsToldOnce(String member, String value, String problem) {
    String index = ", \"index\": \"i\"" + (member.equals("order") ? ", \"matches\": \"all\"" : "");

    assertThat(problems(index + ", \"" + member + "\": " + value))
        .containsExactly("identifiers[0]." + member + ": " + problem);
  }

  @Test
  void anOrderNamesItsAttribute() {
    assertThat(
            problems(
                ", \"index\": \"i\", \"matches\": \"first\","
                    + " \"order\": {\"descending\": \"yes\", \"nulls\": \"last\"}"))
        .containsExactly(
            "identifiers[0].order.attribute: missing",
            "identifiers[0].order.descending: has to be true or false",
            "identifiers[0].order.nulls: unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"by email", "i\\\"", "ü"})
  void anIndexHasTheNameOfAnIndex(String name) {
    assertThat(problems(", \"index\": \"" + name + "\""))
        .containsExactly(
            "identifiers[0].index: is no name of an index: 1 to 255 letters, digits, dots, hyphens"
                + " or underscores");
  }

  @Test
  void aPatternHasAnEnd() {
    assertThat(problems(", \"pattern\": \"" + "(".repeat(1_001) + "\""))
        .containsExactly("identifiers[0].pattern: is longer than 1000 characters");
  }

  @Test
  void aNameThatIsAlsoTheAttributeHasNoQuote() {
    assertThat(
            problemsIn(
                """
                "profiles": {"table": "t", "key": "i\\"d"}, "identifiers": [{"name": "\\""}]
                """))
        .allMatch(problem -> problem.contains("is no header of a column"))
        .hasSize(2);
  }
}
