package expunge.file;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerExampleTest {
  private static Dataset dataset(String keyType, String identifiers, String columns) {
    return Datasets.parse(
            """
            {"datasets": {"club": {
              "profiles": {"table": "club", "key": "person", "keyType": "%s"},
              "identifiers": [%s],
              "linked": [
                {"name": "memberships", "table": "memberships", "rule": "delete",
                 "key": {"partition": "segment", "sort": "person"},
                 "link": {"attribute": "person", "index": "by-person"}},
                {"name": "feed", "table": "feed", "rule": "delete",
                 "key": {"partition": "owner", "sort": "entry"}, "link": {"attribute": "owner"}}],
              "segments": {"table": "club-segments",
                           "members": {"linked": "memberships", "segment": "segment"}},
              "import": {"activities": "feed", "newKeys": "given", "columns": [%s]}}}}
            """
                .formatted(keyType, identifiers, columns))
        .defaultDataset();
  }

  private static Map<String, String> example(Dataset dataset) {
    return IntStream.range(0, Form.importColumns(dataset).size())
        .boxed()
        .collect(
            Collectors.toMap(Form.importColumns(dataset)::get, Form.importExample(dataset)::get));
  }

  private static String exampleOf(String column) {
    Dataset dataset = dataset("text", "", "{\"name\": \"other\"}, " + column);
    return Form.importExample(dataset).get(Form.importColumns(dataset).indexOf("it"));
  }

  @Test
  void everyColumnHasAValueOfItsKind() {
    Dataset dataset =
        dataset(
            "text",
            """
            {"name": "email", "index": "by-email", "normalization": "lower-case",
             "pattern": "[^@]+@[^@]+"},
            {"name": "mobile", "index": "by-mobile", "normalization": "phone"},
            {"name": "cookie"}
            """,
            """
            {"name": "name"}, {"name": "visits", "type": "number"}, {"name": "vip", "type": "flag"}
            """);

    assertThat(example(dataset))
        .containsEntry("person", "example")
        .containsEntry("email", "someone@example.com")
        .containsEntry("mobile", "+1 202 555 0123")
        .containsEntry("cookie", "example")
        .containsEntry("name", "example")
        .containsEntry("visits", "1")
        .containsEntry("vip", "true")
        .containsEntry("segment", "example-segment")
        .hasSize(11);
  }

  @Test
  void aKeyThatIsANumberIsShownAsOne() {
    Dataset dataset = dataset("number", "", "");

    assertThat(example(dataset)).containsEntry("person", "123456789");
  }

  @ParameterizedTest
  @CsvSource({
    "'{`name`: `it`, `pattern`: `[a-z]{2}`}', aa",
    "'{`name`: `it`, `pattern`: `[A-Z][0-9]{7}`}', A1111111",
    "'{`name`: `it`, `pattern`: `[0-9]{4}-[0-9]{2}-[0-9]{2}`}', 1990-12-31",
    "'{`name`: `it`, `pattern`: `X-.+`, `hint`: `as X-1, or X-2`}', X-1",
    "'{`name`: `it`, `hint`: `as you like`}', example",
    "'{`name`: `it`, `type`: `number`, `pattern`: `[0-9]{3}`}', 111",
    "'{`name`: `it`, `type`: `flag`, `pattern`: `false`, `hint`: `false`}', false",
    "'{`name`: `it`, `pattern`: `no .* looks like this`}', ''"
  })
  void aPatternTakesItsExampleWhereThereIsOne(String column, String example) {
    assertThat(exampleOf(column.replace('`', '"'))).isEqualTo(example);
  }
}
