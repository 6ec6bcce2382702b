package expunge.dataset;

import static expunge.dataset.Declarations.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.re2j.Pattern;
import expunge.run.InvalidSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetsTest {
  private static final String SMALLEST =
      """
      {"datasets": {"customers": {"profiles": {"table": "profiles", "key": "MaestraId"}}}}
      """;

  @Test
  void theSmallestDeclarationHasATextKeyAndNoCeiling() {
    Dataset customers = Datasets.parse(SMALLEST).defaultDataset();

    assertThat(customers.name()).isEqualTo("customers");
    assertThat(customers.table()).isEqualTo("profiles");
    assertThat(customers.key().name()).isEqualTo("MaestraId");
    assertThat(customers.key().type()).isEqualTo(KeyType.TEXT);
    assertThat(customers.key().pattern()).isEmpty();
    assertThat(customers.identifiers()).isEmpty();
    assertThat(customers.writesPerSecond()).isEmpty();
  }

  @Test
  void everythingThatCanBeDeclaredIsRead() {
    Datasets datasets =
        Datasets.parse(
            """
            {"datasets": {
               "shop.eu": {
                 "profiles": {"table": "people", "key": "id", "keyType": "number",
                              "keyPattern": "[0-9]{6}", "writesPerSecond": 250},
                 "identifiers": [{"name": "email"}, {"name": "phone", "pattern": "[+0-9]+"}]},
               "leads": {"profiles": {"table": "leads", "key": "LeadId"}}},
             "default": "leads"}
            """);

    assertThat(datasets.names()).containsExactly("shop.eu", "leads");
    assertThat(datasets.defaultDataset().name()).isEqualTo("leads");
    Dataset shop = datasets.find("shop.eu").orElseThrow();
    assertThat(shop.key().type()).isEqualTo(KeyType.NUMBER);
    assertThat(shop.key().pattern().map(Pattern::pattern)).contains("[0-9]{6}");
    assertThat(shop.writesPerSecond()).hasValue(250);
    assertThat(shop.identifiers())
        .extracting(Identifier::name, Identifier::type)
        .containsExactly(tuple("email", KeyType.TEXT), tuple("phone", KeyType.TEXT));
    assertThat(shop.identifiers().getLast().pattern().map(Pattern::pattern)).contains("[+0-9]+");
  }

  @Test
  void aDatasetIsFoundByExactlyItsName() {
    Datasets datasets = Datasets.parse(SMALLEST);

    assertThat(datasets.find("customers")).contains(datasets.defaultDataset());
    assertThat(datasets.find("Customers")).isEmpty();
    assertThat(datasets.find("")).isEmpty();
  }

  @Test
  void allProblemsAreToldAtOnceEachWithItsPath() {
    assertThat(
            problemsOf(
                """
                {"datasets": {
                   "cust omers": {"profiles": {"key": "  ", "keyType": "uuid", "keyPattern": "[",
                                               "writesPerSecond": 0, "tabel": "profiles"},
                                  "identifiers": [{"name": "email"}, {"name": "email"}, {}, 7],
                                  "linkd": []},
                   "leads": {}},
                 "defualt": "leads"}
                """))
        .containsExactlyInAnyOrder(
            "datasets.cust omers: a dataset's name has 1 to 64 letters, digits, dots, hyphens or"
                + " underscores",
            "datasets.cust omers.profiles.table: missing",
            "datasets.cust omers.profiles.key: has to be a text that is not blank",
            "datasets.cust omers.profiles.keyType: has to be text or number",
            "datasets.cust omers.profiles.keyPattern: not a regular expression: missing closing ]",
            "datasets.cust omers.profiles.writesPerSecond: has to be a whole number of at least 1",
            "datasets.cust omers.profiles.tabel: unknown",
            "datasets.cust omers.identifiers[1].name: declared before",
            "datasets.cust omers.identifiers[2].name: missing",
            "datasets.cust omers.identifiers[3]: has to be an object",
            "datasets.cust omers.linkd: unknown",
            "datasets.leads.profiles: missing",
            "default: missing, as there are several datasets",
            "defualt: unknown");
  }

  @Test
  void anIdentifierCantHaveTheNameOfTheKey() {
    assertThat(
            problemsOf(
                """
                {"datasets": {"a": {"profiles": {"table": "t", "key": "id"},
                                    "identifiers": [{"name": "id"}]}}}
                """))
        .containsExactly("datasets.a.identifiers[0].name: declared before");
  }

  @Test
  void aNameThatCantBeAHeaderIsRefused() {
    assertThat(
            problemsOf(
                """
                {"datasets": {"a": {"profiles": {"table": "t", "key": "id "},
                                    "identifiers": [{"name": "e\\nmail"}]}}}
                """))
        .containsExactly(
            "datasets.a.profiles.key: is no header of a column: a control character, a quote, a"
                + " space at an end, or over 255 characters",
            "datasets.a.identifiers[0].name: is no header of a column: a control character, a"
                + " quote, a space at an end, or over 255 characters");
  }

  @Test
  void theDefaultHasToBeDeclared() {
    assertThat(
            problemsOf(
                """
                {"datasets": {"a": {"profiles": {"table": "t", "key": "id"}}}, "default": "b"}
                """))
        .containsExactly("default: has to be one of a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "customers",
        "nul",
        "1.2.3",
        "-",
        "{\"datasets\": {}} }",
        "{\"datasets\": {}}, 7",
        "{\"datasets\": {\"a\": }}",
        "{\"datasets\": \"\\u12\"}"
      })
  void whatIsNoJsonIsRefusedWithoutBeingQuoted(String text) {
    assertThat(problemsOf(text)).containsExactly("not a JSON document");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "null", "\"datasets\""})
  void aDocumentThatIsNoObjectIsRefused(String text) {
    assertThat(problemsOf(text)).containsExactly("the document: has to be an object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "\"customers\""})
  void datasetsThatAreNoObjectAreRefused(String datasets) {
    assertThat(problemsOf("{\"datasets\": " + datasets + "}"))
        .containsExactly("datasets: has to be an object");
  }

  @Test
  void aDeclarationWithoutAnyDatasetIsRefused() {
    assertThat(problemsOf("{}")).containsExactly("datasets: missing");
    assertThat(problemsOf("{\"datasets\": {}}"))
        .containsExactly("datasets: no dataset is declared");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "3000000000", "\"5\"", "true", "null", "[]"})
  void aCeilingThatIsNoPositiveWholeNumberIsRefused(String ceiling) {
    assertThat(
            problemsOf(
                """
                {"datasets": {"a": {"profiles": {"table": "t", "key": "id",
                                                 "writesPerSecond": %s}}}}
                """
                    .formatted(ceiling)))
        .containsExactly(
            "datasets.a.profiles.writesPerSecond: has to be a whole number of at least 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "a/b", "ü", ""})
  void aNameThatCantBeAFolderIsRefused(String name) {
    assertThat(
            problemsOf(
                """
                {"datasets": {"%s": {"profiles": {"table": "t", "key": "id"}}}}
                """
                    .formatted(name)))
        .singleElement()
        .asString()
        .contains("a dataset's name has");
  }

  @Test
  void aDocumentThatIsNestedWithoutEndIsRefused() {
    assertThat(problemsOf("[".repeat(100_000))).containsExactly("not a JSON document");
    assertThat(problemsOf("[".repeat(100_000) + "]".repeat(100_000)))
        .containsExactly("not a JSON document");
  }

  @Test
  void aMemberThatIsThereTwiceIsAProblem() {
    assertThat(
            problemsOf(
                """
                {"datasets": {"a": {"profiles": {"table": "t", "table": "u", "key": "id"}},
                              "a": {"profiles": {"table": "t", "key": "id"},
                                    "identifiers": [{"name": "email", "name": "phone"}]}}}
                """))
        .containsExactly(
            "datasets.a.profiles.table: declared twice",
            "datasets.a: declared twice",
            "datasets.a.identifiers[0].name: declared twice");
  }

  @Test
  void theDocumentMayNameItsSchema() {
    Datasets datasets = Datasets.parse(SMALLEST.replaceFirst("\\{", "{\"\\$schema\": \"any\","));

    assertThat(datasets.names()).containsExactly("customers");
  }

  @Test
  void aPatternThatJavaReadsOtherwiseIsRefused() {
    String declaration =
        """
        {"datasets": {"a": {"profiles":
          {"table": "t", "key": "k", "keyPattern": "[a-z&&[^b]]+"}}}}
        """;

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> Datasets.parse(declaration))
        .withMessageContaining("datasets.a.profiles.keyPattern: uses &&");
  }
}
