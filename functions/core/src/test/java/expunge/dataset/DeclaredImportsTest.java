package expunge.dataset;

import static expunge.dataset.Declarations.dataset;
import static expunge.dataset.Declarations.problemsIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeclaredImportsTest {
  private static final String TABLES =
      """
      "profiles": {"table": "people", "key": "id", "protectedBy": "hold"%s},
      "identifiers": [{"name": "email", "attribute": "mail", "index": "by-mail"}%s],
      "linked": [
        {"name": "feed", "table": "feed", "rule": "delete",
         "key": {"partition": "who", "sort": "what"}, "link": {"attribute": "who"}},
        {"name": "mails", "table": "mails", "rule": "detach",
         "key": {"partition": "mail"}, "link": {"attribute": "who", "index": "i"}}],
      "import": %s
      """;

  private static List<String> problems(String imports) {
    return problemsIn(TABLES.formatted("", "", imports));
  }

  @Test
  void whatFilesMayBringIsDeclared() {
    Imports imports =
        dataset(
                TABLES.formatted(
                    "",
                    "",
                    """
                    {"activities": "feed", "columns": [
                      {"name": "first name", "attribute": "first", "hint": "h"},
                      {"name": "points", "type": "number", "pattern": "[0-9]+"},
                      {"name": "subscribed", "type": "flag"}]}
                    """))
            .declaredImports();

    assertThat(imports.newKeys()).isEqualTo(Imports.NewKeys.DERIVED);
    assertThat(imports.activities().table()).isEqualTo("feed");
    assertThat(imports.columns())
        .extracting(ImportColumn::name, ImportColumn::attribute, ImportColumn::type)
        .containsExactly(
            tuple("first name", "first", ImportColumn.Type.TEXT),
            tuple("points", "points", ImportColumn.Type.NUMBER),
            tuple("subscribed", "subscribed", ImportColumn.Type.FLAG));
    assertThat(imports.column("first name").orElseThrow().hint()).isEqualTo(Optional.of("h"));
    assertThat(imports.column("none")).isEmpty();
  }

  @Test
  void theFeedIsALinkedTableThatIsFoundByItsCustomerAndGoesWithThem() {
    assertThat(problems("{}")).containsExactly("import.activities: missing");
    assertThat(problems("{\"activities\": \"none\", \"colums\": []}"))
        .containsExactly(
            "import.activities: is no linked table of this dataset", "import.colums: unknown");
    assertThat(problems("{\"activities\": \"mails\"}"))
        .containsExactly(
            "import.activities: needs the rule delete, as a feed goes with its customer",
            "import.activities: needs a table whose partition key is the link, and whose sort key"
                + " is a text");
  }

  @Test
  void aColumnIsNoIdentifierNoSettingAndNoOtherColumn() {
    assertThat(
            problems(
                """
                {"activities": "feed", "columns": [
                  {"name": "email", "attribute": "a"}, {"name": "segment", "attribute": "b"},
                  {"name": "c", "attribute": "mail"}, {"name": "d", "attribute": "hold"},
                  {"name": "e", "attribute": "id"}, {"name": "f"}, {"name": "f", "attribute": "g"},
                  {"name": "h", "type": "date", "pattern": "("}, {"attribute": "i"}]}
                """))
        .containsExactly(
            "import.columns[0].name: is that of another column, an identifier or a setting",
            "import.columns[1].name: is that of another column, an identifier or a setting",
            "import.columns[2].attribute: names an attribute declared before",
            "import.columns[3].attribute: names an attribute declared before",
            "import.columns[4].attribute: names an attribute declared before",
            "import.columns[6].name: is that of another column, an identifier or a setting",
            "import.columns[7].pattern: not a regular expression: missing closing )",
            "import.columns[7].type: has to be text, number or flag",
            "import.columns[8].name: missing");
  }

  @Test
  void noColumnSetsWhatSaysInWhichSegmentsAProfileIs() {
    assertThat(
            problemsIn(
                TABLES.formatted(
                        "", "", "{\"activities\": \"feed\", \"columns\": [{\"name\": \"lists\"}]}")
                    + ", \"segments\": {\"table\": \"segments\", \"attribute\": \"lists\"}"))
        .containsExactly("import.columns[0].attribute: names an attribute declared before");
  }

  @Test
  void oneExpressionSetsAllColumns() {
    String columns =
        IntStream.range(0, 199)
            .mapToObj("{\"name\": \"c%d\"}"::formatted)
            .collect(Collectors.joining(", "));
    assertThat(problems("{\"activities\": \"feed\", \"columns\": [" + columns + "]}"))
        .containsExactly("import.columns: are, with the identifiers, more than 200");
  }

  @Test
  void anIdentifierIsNotCalledAsASetting() {
    assertThat(
            problemsIn(
                TABLES.formatted("", ", {\"name\": \"endpoint\"}", "{\"activities\": \"feed\"}")))
        .containsExactly("import: needs another name for the identifier endpoint");
  }

  @Test
  void keysAreDerivedWhereTheTableTakesThem() {
    String feed = "{\"activities\": \"feed\"}";
    assertThat(problemsIn(TABLES.formatted(", \"keyPattern\": \"C[0-9]+\"", "", feed)))
        .containsExactly(
            "import.newKeys: has to be given, as 26 digits and letters do not match keyPattern");
    assertThat(problemsIn(TABLES.formatted(", \"keyType\": \"number\"", "", feed)))
        .containsExactly("import.newKeys: has to be given, as the table's key is a number");
    String given = "{\"activities\": \"feed\", \"newKeys\": \"given\"}";
    assertThat(
            dataset(TABLES.formatted(", \"keyPattern\": \"C[0-9]+\"", "", given))
                .declaredImports()
                .newKeys())
        .isEqualTo(Imports.NewKeys.GIVEN);
    assertThat(dataset(TABLES.formatted(", \"keyPattern\": \"[0-9a-z]+\"", "", feed)).imports())
        .isPresent();
  }
}
