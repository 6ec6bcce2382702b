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

class DeclaredLinkedTest {
  private static final String BY_INDEX =
      """
      "key": {"partition": "pk", "sort": "sk"}, "link": {"attribute": "owner", "index": "i"}
      """;

  private static String linked(String members) {
    return """
    "profiles": {"table": "p", "key": "id"},
    "linked": [{"name": "orders", "table": "orders", %s}]
    """
        .formatted(members);
  }

  /** Paths begin at the linked table. */
  private static List<String> problems(String members) {
    return problemsIn(linked(members)).stream()
        .map(problem -> problem.replace("linked[0].", ""))
        .toList();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(problemsIn("\"profiles\": {\"table\": \"p\", \"key\": \"id\"}, \"linked\": [{}, 7]"))
        .containsExactlyInAnyOrder(
            "linked[0].key: missing",
            "linked[0].name: missing",
            "linked[0].table: missing",
            "linked[0].link: missing",
            "linked[0].rule: missing",
            "linked[1]: has to be an object");
  }

  @Test
  void anUnknownRuleIsOneProblem() {
    assertThat(problems(BY_INDEX + ", \"rule\": \"shred\", \"remove\": [\"a\"], \"where\": {}"))
        .containsExactlyInAnyOrder(
            "rule: has to be delete, anonymize, detach or delete-where",
            "where.attribute: missing",
            "where.equals: has to be a text, a number, true or false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pk", "sk", "owner"})
  void aCriterionIsNotOfTheKeyOrTheLink(String attribute) {
    assertThat(
            problems(
                BY_INDEX
                    + ", \"rule\": \"delete-where\", \"where\": {\"attribute\": \"%s\", \"equals\": 1}"
                        .formatted(attribute)))
        .containsExactly("where.attribute: can't be of the table's key, or its link");
  }

  @Test
  void anAttributeOfTheKeyIsNeitherRemovedNorReplaced() {
    assertThat(
            problems(
                BY_INDEX
                    + """
                    , "rule": "anonymize", "remove": ["pk", "sk", "owner"],
                    "replace": {"pk": "x", "owner": "nobody"}
                    """))
        .containsExactlyInAnyOrder(
            "replace.pk: is removed too",
            "replace.owner: is removed too",
            "remove: names the key's pk",
            "remove: names the key's sk",
            "replace.pk: is of the table's key or its link",
            "replace.owner: is of the table's key or its link");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "remove  | [\"a\", \"a\"]      | remove: names the same attribute twice",
        "remove  | [\"a\", 7]          | remove: has to be a list of names",
        "remove  | [\"a\", \" \"]      | remove: has to be a list of names",
        "remove  | \"a\"               | remove: has to be a list of names",
        "remove  | {\"a\": 1}          | remove: has to be a list of names",
        "remove  | null                | remove: has to be a list of names",
        "remove  | [\"a\\\"\"]         | remove: is no name of an attribute: a quote, or over 255"
            + " characters",
        "replace | [\"a\"]             | replace: has to be an object",
        "replace | null                | replace: has to be an object",
        "replace | {\"a\": []}         | replace.a: has to be a text, a number, true or false",
        "replace | {\"a\": null}       | replace.a: has to be a text, a number, true or false",
        "replace | {\"a\": {}}         | replace.a: has to be a text, a number, true or false",
        "replace | {\"\": 1}           | replace.: is no name of an attribute: a quote, or over 255"
            + " characters",
        "replace | {\"a\": 1e126}      | replace.a: is a number that DynamoDB does not take: over"
            + " 38 digits, or out of range",
        "replace | {\"a\": 1e999999999} | replace.a: is a number that DynamoDB does not take: over"
            + " 38 digits, or out of range",
        "replace | {\"a\": 1e-131}     | replace.a: is a number that DynamoDB does not take: over"
            + " 38 digits, or out of range",
        "replace | {\"a\": 1, \"a\": 2} | replace.a: declared twice"
      })
  void whatAnonymizingDoesIsReadOrTold(String member, String value, String problem) {
    assertThat(problems(BY_INDEX + ", \"rule\": \"anonymize\", \"" + member + "\": " + value))
        .singleElement()
        .asString()
        .endsWith(problem);
  }

  @Test
  void numbersKeepAllTheirDigits() {
    String digits = "1234567890123456789012345678901234567.8";
    Dataset dataset =
        dataset(
            linked(BY_INDEX + ", \"rule\": \"anonymize\", \"replace\": {\"n\": " + digits + "}"));

    assertThat(dataset.linked().getFirst().rule())
        .isEqualTo(
            new LinkedRule.Anonymize(
                List.of(), java.util.Map.of("n", new expunge.item.Value.Numeric(digits))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete", "detach", "delete-where"})
  void membersOfAnonymizeBelongToNoOtherRule(String rule) {
    assertThat(
            problems(
                BY_INDEX
                    + """
                    , "rule": "%s", "where": {"attribute": "a", "equals": 1},
                    "remove": ["a"], "replace": {"b": 1}
                    """
                        .formatted(rule)))
        .contains(
            "remove: belongs to the rule anonymize alone",
            "replace: belongs to the rule anonymize alone");
  }

  @Test
  void aCriterionBelongsToItsRuleWhichNeedsIt() {
    String where = ", \"where\": {\"attribute\": \"a\", \"equals\": true}";

    assertThat(problems(BY_INDEX + ", \"rule\": \"delete\"" + where))
        .containsExactly("where: belongs to the rule delete-where alone");
    assertThat(problems(BY_INDEX + ", \"rule\": \"delete-where\""))
        .containsExactly("where: missing");
    assertThat(problems(BY_INDEX + ", \"rule\": \"delete-where\", \"where\": \"a = 1\""))
        .containsExactly("where: has to be an object");
  }

  @Test
  void unknownMembersAreRefusedWhereverTheyAre() {
    assertThat(
            problems(
                """
                "rule": "delete-where", "where": {"attribute": "a", "equals": 1, "or": 2},
                "key": {"partition": "pk", "range": "sk"},
                "link": {"attribute": "owner", "index": "i", "prefix": "x"}, "order": 1
                """))
        .containsExactlyInAnyOrder(
            "where.or: unknown", "key.range: unknown", "link.prefix: unknown", "order: unknown");
  }

  @Test
  void twoLinkedTablesHaveTwoNames() {
    String one = "{\"name\": \"o\", \"table\": \"o\", \"rule\": \"delete\", " + BY_INDEX + "}";

    assertThat(
            problemsIn(
                "\"profiles\": {\"table\": \"p\", \"key\": \"id\"}, \"linked\": [%s, %s]"
                    .formatted(one, one)))
        .containsExactly("linked[1].name: declared before");
  }

  @Test
  void aLinkThatIsNotThePartitionKeyNeedsAnIndex() {
    assertThat(
            problems(
                """
                "rule": "delete", "key": {"partition": "pk", "sort": "owner"},
                "link": {"attribute": "owner"}
                """))
        .containsExactly("link.index: missing, as the attribute is not the table's partition key");
  }

  @Test
  void theBeginningOfTheSortKeyNeedsASortKeyThatIsAText() {
    String problem = "link.sortBegins: needs the table's own key, with a sort key that is a text";
    assertThat(
            problems(
                """
                "rule": "delete", "key": {"partition": "pk"},
                "link": {"attribute": "pk", "sortBegins": "ORDER#"}
                """))
        .containsExactly(problem);
    assertThat(
            problems(
                """
                "rule": "delete", "key": {"partition": "pk", "sort": "at", "sortType": "number"},
                "link": {"attribute": "pk", "sortBegins": "ORDER#"}
                """))
        .containsExactly(problem);
    assertThat(
            problems(
                """
                "rule": "delete", "key": {"partition": "pk", "sort": "sk"},
                "link": {"attribute": "owner", "index": "i", "sortBegins": "ORDER#"}
                """))
        .containsExactly(problem);
  }

  @Test
  void aBeginningHasOnePlaceForTheIdAtMost() {
    assertThat(
            problems(
                """
                "rule": "delete", "key": {"partition": "pk", "sort": "sk"},
                "link": {"attribute": "pk", "sortBegins": "{id}#{id}"}
                """))
        .containsExactly("link.sortBegins: has {id} more than once");
  }

  @Test
  void aLinkHasAPlaceForTheId() {
    assertThat(
            problems(
                """
                "rule": "delete", "key": {"partition": "pk"},
                "link": {"attribute": "owner", "index": "i", "template": "ALL"}
                """))
        .containsExactly("link.template: needs {id} where the profile's id stands");
  }

  @Test
  void aKeyNamesTwoAttributesAndTheTypeOfEach() {
    assertThat(
            problems(
                """
                "rule": "delete", "link": {"attribute": "owner", "index": "i"},
                "key": {"partition": "pk", "sort": "pk", "partitionType": "blob"}
                """))
        .containsExactly(
            "key.partitionType: has to be text or number",
            "key.sort: names an attribute declared before");
    assertThat(
            problems(
                """
                "rule": "delete", "link": {"attribute": "owner", "index": "i"},
                "key": {"partition": "pk", "sortType": "number"}
                """))
        .containsExactly("key.sortType: needs a sort key");
  }

  @Test
  void aLinkOfTextKeysIsNoNumber() {
    assertThat(
            problems(
                """
                "rule": "delete", "key": {"partition": "pk"},
                "link": {"attribute": "owner", "index": "i", "type": "number", "template": "C{id}"}
                """))
        .containsExactlyInAnyOrder(
            "link.template: can only be {id}, as the attribute is a number",
            "link.type: can't be number, as the profiles' key is a text");
  }

  @Test
  void theLinkHasTheTypeThatTheKeyDeclares() {
    assertThat(
            problems(
                """
                "rule": "delete", "key": {"partition": "owner", "partitionType": "number"},
                "link": {"attribute": "owner"}
                """))
        .containsExactly(
            "link.type: is not the type that the table's key declares for the attribute");
  }

  @Test
  void aNumberThatIsPartOfTheKeyCannotStandForNobody() {
    String profiles = "\"profiles\": {\"table\": \"p\", \"key\": \"id\", \"keyType\": \"number\"},";
    String goals =
        """
        "linked": [{"name": "goals", "table": "goals", "rule": "%s",
          "key": {"partition": "owner", "partitionType": "number", "sort": "goal"},
          "link": {"attribute": "owner", "type": "number"}}]
        """;

    assertThat(problemsIn(profiles + goals.formatted("detach")))
        .containsExactly(
            "linked[0].link.type: can't be number, as the link is part of the key that moves");
    assertThat(dataset(profiles + goals.formatted("delete")).linked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", \"sortBegins\": \"P\"", ", \"sortBegins\": \"PROFILE\""})
  void aProfileIsNotItsOwnRecord(String begins) {
    assertThat(problemsIn(singleTable(begins)))
        .containsExactly(
            "linked[0].link.sortBegins: has to tell the records from the profile, which has the"
                + " same partition");
  }

  @Test
  void recordsBesideTheProfileAreToldFromItByTheirSortKey() {
    assertThat(dataset(singleTable(", \"sortBegins\": \"ORDER#{id}\"")).linked())
        .singleElement()
        .extracting(table -> table.link().sortBegins())
        .isEqualTo(Optional.of(new Template("ORDER#{id}")));
  }

  private static String singleTable(String begins) {
    return """
    "profiles": {"table": "t", "key": "id", "partition": {"attribute": "pk", "template": "C#{id}"},
                 "sort": {"attribute": "sk", "template": "PROFILE"}},
    "linked": [{"name": "orders", "table": "t", "rule": "delete",
                "key": {"partition": "pk", "sort": "sk"},
                "link": {"attribute": "pk", "template": "C#{id}"%s}}]
    """
        .formatted(begins);
  }
}
