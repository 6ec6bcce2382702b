package expunge.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.item.Value;
import expunge.json.JsonText;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a criterion says, and what is said where it says nothing. */
class CriterionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T21:33:10.5Z");

  @Test
  void conditionsAreJoined() {
    Criterion criterion =
        read(
            """
            {"all": [{"attribute": "country", "equals": "DE"},
                     {"not": {"attribute": "vip", "exists": true}},
                     {"any": [{"attribute": "lastOpenedAt", "before": {"ago": {"years": 2}}},
                              {"attribute": "lastOpenedAt", "missing": true}]}]}
            """);
    Map<String, Value> german = Map.of("country", text("DE"));
    assertThat(criterion.meets(german)).isTrue();
    assertThat(criterion.meets(Map.of("country", text("FR")))).isFalse();
    assertThat(criterion.meets(and(german, "vip", new Value.Flag(false)))).isFalse();
    assertThat(criterion.meets(and(german, "lastOpenedAt", text("2024-11-21T23:59:59Z")))).isTrue();
    assertThat(criterion.meets(and(german, "lastOpenedAt", text("2024-11-22T00:00:00Z"))))
        .isFalse();
    assertThat(criterion.attributes()).containsExactly("country", "lastOpenedAt", "vip");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"equals\": 7          | 7   | true",
        "\"equals\": 7.0        | 7   | true",
        "\"equals\": \"7\"      | 7   | false",
        "\"notEquals\": \"7\"   | 7   | true",
        "\"notEquals\": 7       | 7   | false",
        "\"lessThan\": 7        | 6.9 | true",
        "\"lessThan\": 7        | 7   | false",
        "\"lessThan\": 10       | 9   | true",
        "\"lessThan\": \"A\"    | 9   | false",
        "\"atMost\": 7          | 7   | true",
        "\"greaterThan\": 7     | 7   | false",
        "\"greaterThan\": -1    | 0   | true",
        "\"atLeast\": 7         | 7   | true",
        "\"between\": [7, 7]    | 7   | true",
        "\"between\": [1, 6]    | 7   | false",
        "\"in\": [1, 7]         | 7   | true",
        "\"in\": [\"1\", \"7\"] | 7   | false",
        "\"contains\": 7        | 7   | false",
        "\"exists\": true       | 7   | true",
        "\"missing\": true      | 7   | false",
      })
  void numbersAreComparedByValue(String condition, String number, boolean meets) {
    assertThat(about("a", condition).meets(Map.of("a", new Value.Numeric(number))))
        .isEqualTo(meets);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"equals\": \"\"            | ''         | true",
        "\"lessThan\": \"b\"         | a          | true",
        "\"lessThan\": \"a\"         | B          | true",
        "\"greaterThan\": \"\\uFFFF\" | \uD83D\uDE00 | true",
        "\"between\": [\"a\", \"c\"] | b          | true",
        "\"between\": [\"a\", \"c\"] | ca         | false",
        "\"beginsWith\": \"ab\"      | abc        | true",
        "\"beginsWith\": \"ab\"      | a          | false",
        "\"contains\": \"b\"         | abc        | true",
        "\"contains\": 1             | 1          | false",
        "\"in\": [\"a\", \"b\"]      | b          | true",
      })
  void textsAreComparedByTheirBytes(String condition, String text, boolean meets) {
    assertThat(about("a", condition).meets(Map.of("a", text(text)))).isEqualTo(meets);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"equals\": \"x\"         | false",
        "\"notEquals\": \"x\"      | true",
        "\"lessThan\": 1           | false",
        "\"atLeast\": 1            | false",
        "\"between\": [1, 2]       | false",
        "\"in\": [1]               | false",
        "\"beginsWith\": \"x\"     | false",
        "\"contains\": \"x\"       | false",
        "\"exists\": true          | false",
        "\"missing\": true         | true",
        "\"before\": \"2026-01-01T00:00:00Z\" | false",
        "\"since\": \"2026-01-01T00:00:00Z\"  | false",
      })
  void ofWhatIsMissingOnlyTheContraryHolds(String condition, boolean meets) {
    assertThat(about("a", condition).meets(Map.of())).isEqualTo(meets);
  }

  @Test
  void aSetOrListContainsItsMembersWhole() {
    Value tags = new Value.Several(List.of(text("news"), new Value.Numeric("7.0")));
    assertThat(about("a", "\"contains\": \"news\"").meets(Map.of("a", tags))).isTrue();
    assertThat(about("a", "\"contains\": \"new\"").meets(Map.of("a", tags))).isFalse();
    assertThat(about("a", "\"contains\": 7").meets(Map.of("a", tags))).isTrue();
    assertThat(about("a", "\"contains\": \"7\"").meets(Map.of("a", tags))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-05-01T00:00:00Z | 2026-05-01               | false",
        "2026-05-01T00:00:00Z | 2026-04-30               | true",
        "2026-05-01T00:00:00Z | 2026-05-01T00:00:00.000Z | false",
        "2026-05-01T00:00:00Z | 2026-04-30 23:59:59      | true",
        "2026-05-01T00:00:00Z | 2026-05-01 00:00:00      | false",
        "2026-05-01T10:00:00Z | 2026-05-01T10:00Z        | false",
        "2026-05-01T10:00:00Z | 2026-05-01T09:59:59.999Z | true",
        "2026-05-01T10:00:00Z | 2026-05-01               | true",
        "2026-05-01T10:00:30Z | 2026-05-01T10:00:30.001Z | false",
        "2026-05-01T10:00:30Z | 2026-05-01T10:00:29+00:00 | true",
        "2026-05-01T12:00:30+02:00 | 2026-05-01T10:00:30Z | false",
      })
  void datesAsTextCompareInAllTheirForms(String bound, String stored, boolean before) {
    Map<String, Value> item = Map.of("a", text(stored));
    assertThat(about("a", "\"before\": \"" + bound + "\"").meets(item)).isEqualTo(before);
    assertThat(about("a", "\"since\": \"" + bound + "\"").meets(item)).isEqualTo(!before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "never", "-", "+12026-01-01T00:00:00Z", "-0001-01-01", "n/a"})
  void aTextThatIsNoDateIsNeitherEarlyNorLate(String stored) {
    Map<String, Value> item = Map.of("a", text(stored));
    assertThat(about("a", "\"before\": {\"ago\": {\"days\": 1}}").meets(item)).isFalse();
    assertThat(about("a", "\"since\": {\"ago\": {\"days\": 1}}").meets(item)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "years, 2, 2024-11-22T00:00:00Z",
    "months, 21, 2025-02-22T00:00:00Z",
    "weeks, 1, 2026-11-15T00:00:00Z",
    "days, 1, 2026-11-21T00:00:00Z",
    "hours, 24, 2026-11-21T21:33:00Z",
  })
  void relativeDatesBeginWithTheDayOrTheMinute(String unit, int amount, Instant expected) {
    String ago = "\"before\": {\"ago\": {\"%s\": %d}}, \"as\": ".formatted(unit, amount);
    assertThat(about("a", ago + "\"seconds\""))
        .isEqualTo(
            Criterion.Condition.of(
                "a",
                Operator.LESS_THAN,
                new Value.Numeric(Long.toString(expected.getEpochSecond()))));
    assertThat(about("a", ago + "\"milliseconds\""))
        .isEqualTo(
            Criterion.Condition.of(
                "a",
                Operator.LESS_THAN,
                new Value.Numeric(Long.toString(expected.toEpochMilli()))));
  }

  @Test
  void whatIsWrittenReadsAsTheSameAtAnyTime() {
    Criterion criterion =
        read(
            """
            {"any": [{"attribute": "a \\u00e4", "before": {"ago": {"years": 2}}},
                     {"not": {"all": [{"attribute": "b", "in": ["x", ""]},
                                      {"attribute": "c", "between": [-0.5, 1e20]}]}},
                     {"attribute": "d", "equals": false},
                     {"attribute": "e", "notEquals": 12345678901234567890.123456789012345678},
                     {"attribute": "f", "exists": true}, {"attribute": "g", "missing": true},
                     {"attribute": "h", "contains": "\\"quoted\\""}]}
            """);
    assertThat(Criterion.read(parsed(criterion.toJson()), Instant.EPOCH).criterion())
        .contains(criterion);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7 |  has to be an object",
        "{} |  has to have one of all, any, not, attribute",
        "{\"all\": [], \"any\": []} |  has to have one of all, any, not, attribute",
        "{\"all\": []} | all has to be a list of 1 to 100 objects",
        "{\"all\": [7]} | all[0] has to be an object",
        "{\"all\": [{\"attribute\": \"a\", \"exists\": true}], \"secret\": 1} |  has an unknown"
            + " member",
        "{\"not\": {\"any\": [{\"attribute\": \"\", \"exists\": true}]}} | not.any[0].attribute is"
            + " no name of an attribute: a quote, or over 255 characters",
        "{\"attribute\": 7, \"exists\": true} | attribute has to be the name of an attribute",
        "{\"attribute\": \"a\", \"exists\": true, \"secret\": 1} |  has an unknown member",
        "{\"attribute\": \"a\", \"exists\": false} | exists has to be true; exists and missing are"
            + " each other's contrary",
        "{\"attribute\": \"a\", \"equals\": null} | equals has to be a text, a number, true or"
            + " false",
        "{\"attribute\": \"a\", \"equals\": 1e126} | equals is a number that DynamoDB does not"
            + " take: over 38 digits, or out of range",
        "{\"attribute\": \"a\", \"lessThan\": true} | lessThan has to be a text or a number",
        "{\"attribute\": \"a\", \"between\": [2, 1]} | between has to begin with the smaller value",
        "{\"attribute\": \"a\", \"between\": [1]} | between has to be a list of exactly 2 texts or"
            + " numbers",
        "{\"attribute\": \"a\", \"in\": [1, \"secret\"]} | in has to be of texts alone, or of"
            + " numbers alone",
        "{\"attribute\": \"a\", \"in\": [1, true]} | in[1] has to be a text or a number",
        "{\"attribute\": \"a\", \"beginsWith\": \"\"} | beginsWith has to be a text that is not"
            + " empty",
        "{\"attribute\": \"a\", \"contains\": \"\"} | contains has to be a number, or a text that"
            + " is not empty",
        "{\"attribute\": \"a\", \"equals\": 1, \"as\": \"text\"} | as stands beside before and"
            + " since alone",
        "{\"attribute\": \"a\", \"before\": \"secret\"} | before has to be a time such as"
            + " 2026-12-31T00:00:00Z, or an object with ago",
        "{\"attribute\": \"a\", \"before\": \"2026-01-01T00:00:00.5Z\"} | before has to be a time"
            + " to the second",
        "{\"attribute\": \"a\", \"before\": \"+12026-01-01T00:00:00Z\"} | before has to lie in the"
            + " years from 1 to 9999",
        "{\"attribute\": \"a\", \"since\": {\"ago\": {\"secret\": 1}}} | since.ago has an unknown"
            + " member",
        "{\"attribute\": \"a\", \"since\": {\"ago\": {\"years\": 1, \"days\": 1}}} | since.ago has"
            + " to be an object with one of years, months, weeks, days, hours",
        "{\"attribute\": \"a\", \"since\": {\"ago\": {\"years\": 1.5}}} | since.ago.years has to be"
            + " a whole number from 1 to 100000",
        "{\"attribute\": \"a\", \"since\": {\"ago\": {\"years\": 9000}}} | since has to lie in the"
            + " years from 1 to 9999",
        "{\"attribute\": \"a\", \"since\": {\"ago\": {\"years\": 1}}, \"as\": \"secret\"} | as has"
            + " to be one of text, seconds, milliseconds",
      })
  void whatIsWrongIsToldWithItsPlaceAndNeverQuoted(String json, String problem) {
    CriterionReading reading = reading(json);
    assertThat(reading.criterion()).isEmpty();
    assertThat(told(reading))
        .anySatisfy(one -> assertThat(one.strip()).isEqualTo(problem))
        .allSatisfy(one -> assertThat(one).doesNotContain("secret"));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    String json =
        "{\"all\": [{\"attribute\": \"a\", \"like\": 1}, {\"any\": 1}, {\"attribute\": 1, \"in\":"
            + " []}]}";
    assertThat(told(reading(json)).map(one -> one.substring(0, one.indexOf(' '))))
        .contains("all[0]", "all[1].any", "all[2].attribute", "all[2].in");
  }

  @Test
  void whatIsLongerThanDynamoDbTakesIsRefused() {
    assertThat(told(reading(listOf("any", 99, "{\"attribute\": \"a\", \"equals\": 1}")))).isEmpty();
    assertThat(told(reading(listOf("any", 100, "{\"attribute\": \"a\", \"equals\": 1}"))))
        .containsExactly(" has more than 100 parts: conditions, and what joins them");
    String hundred =
        IntStream.range(0, 76).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    assertThat(told(reading(listOf("any", 2, "{\"attribute\": \"a\", \"in\": [" + hundred + "]}"))))
        .containsExactly(" has more than 150 values");
    String deep =
        "{\"not\": ".repeat(7) + "{\"attribute\": \"a\", \"exists\": true}" + "}".repeat(7);
    assertThat(told(reading(deep))).isEmpty();
    assertThat(told(reading("{\"not\": " + deep + "}")))
        .containsExactly(" has conditions that lie more than 8 deep");
  }

  @Test
  void nothingOfAPersonShowsItself() {
    assertThat(read(listOf("all", 2, "{\"not\": {\"attribute\": \"hers\", \"equals\": \"hers\"}}")))
        .hasToString("All[…]");
    assertThat(about("hers", "\"equals\": \"hers\"")).hasToString("Condition[EQUALS]");
    assertThat(new Value.Several(List.of(text("hers")))).hasToString("Several[…]");
  }

  private static String listOf(String kind, int times, String part) {
    return "{\"" + kind + "\": [" + String.join(", ", Collections.nCopies(times, part)) + "]}";
  }

  private static Criterion about(String attribute, String condition) {
    return read("{\"attribute\": \"" + attribute + "\", " + condition + "}");
  }

  private static Criterion read(String json) {
    CriterionReading reading = reading(json);
    assertThat(reading.problems()).isEmpty();
    return reading.criterion().orElseThrow();
  }

  private static CriterionReading reading(String json) {
    return Criterion.read(parsed(json), NOW);
  }

  private static Object parsed(String json) {
    return JsonText.read(json, new LinkedHashSet<>()).orElseThrow().getFirst();
  }

  private static Stream<String> told(CriterionReading reading) {
    return reading.problems().stream().map(one -> one.path() + " " + one.detail());
  }

  private static Map<String, Value> and(Map<String, Value> item, String name, Value value) {
    Map<String, Value> more = new HashMap<>(item);
    more.put(name, value);
    return more;
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }
}
