package expunge.dataset;

import static expunge.dataset.Declarations.dataset;
import static expunge.dataset.Declarations.problemsIn;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredProfilesTest {
  @Test
  void withoutAPartitionTheKeyIsTheAttribute() {
    ProfileTable table =
        dataset("\"profiles\": {\"table\": \"t\", \"key\": \"id\", \"keyType\": \"number\"}")
            .profiles();

    assertThat(table.partition()).isEqualTo(new KeyPart("id", KeyType.NUMBER, Template.ID));
    assertThat(table.sort()).isEmpty();
    assertThat(table.protectedBy()).isEmpty();
  }

  @Test
  void aSortKeyMayHoldTheIdToo() {
    ProfileTable table =
        dataset(
                """
                "profiles": {"table": "t", "key": "id", "keyType": "number",
                             "sort": {"attribute": "sk", "template": "C#{id}"}}
                """)
            .profiles();

    assertThat(table.sort()).contains(new KeyPart("sk", KeyType.TEXT, new Template("C#{id}")));
  }

  @Test
  void anIdIsAsLongAsTheKeysThatAreMadeOfItAllow() {
    String table = "\"profiles\": {\"table\": \"t\", \"key\": \"id\"%s}%s";

    assertThat(dataset(table.formatted("", "")).key().mostBytes()).isEqualTo(2_048);
    String template = ", \"partition\": {\"attribute\": \"pk\", \"template\": \"Käufer#{id}\"}";
    assertThat(dataset(table.formatted(template, "")).key().mostBytes()).isEqualTo(2_040);
    String sort = ", \"sort\": {\"attribute\": \"sk\", \"template\": \"C#{id}\"}";
    assertThat(dataset(table.formatted(sort, "")).key().mostBytes()).isEqualTo(1_022);
    String constant = ", \"sort\": {\"attribute\": \"sk\", \"template\": \"PROFILE\"}";
    assertThat(dataset(table.formatted(constant, "")).key().mostBytes()).isEqualTo(2_048);
    String linked =
        """
        , "linked": [{"name": "m", "table": "m", "rule": "delete", "key": {"partition": "m"},
                      "link": {"attribute": "o", "template": "12345{id}", "index": "i"}}]
        """;
    assertThat(dataset(table.formatted("", linked)).key().mostBytes()).isEqualTo(2_043);
  }

  @Test
  void anAttributeIsDeclaredForOnePurposeAlone() {
    assertThat(
            problemsIn(
                """
                "profiles": {"table": "t", "key": "id", "partition": {"attribute": "pk"},
                             "sort": {"attribute": "pk", "template": "P"}, "protectedBy": "pk"},
                "identifiers": [{"name": "email"}, {"name": "mail", "attribute": "email"},
                                {"name": "other", "attribute": "pk"}]
                """))
        .containsExactly(
            "profiles.sort.attribute: names an attribute declared before",
            "profiles.protectedBy: names an attribute of the table's key",
            "identifiers[1].attribute: names an attribute declared before",
            "identifiers[2].attribute: names an attribute declared before");
  }

  @Test
  void theMarkOfAProtectedProfileIsNoIdentifier() {
    assertThat(
            problemsIn(
                """
                "profiles": {"table": "t", "key": "id", "protectedBy": "email"},
                "identifiers": [{"name": "email"}]
                """))
        .containsExactly("identifiers[0].attribute: names an attribute declared before");
  }

  @Test
  void theTemplateOfThePartitionHasOnePlaceForTheId() {
    assertThat(problemsIn(partition("\"CUSTOMER\"")))
        .containsExactly("profiles.partition.template: needs {id} where the profile's id stands");
    assertThat(problemsIn(partition("\"{id}#{id}\"")))
        .containsExactly("profiles.partition.template: has {id} more than once");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\" \"", "7", "null", "[\"{id}\"]", "{}"})
  void aTemplateIsAText(String template) {
    assertThat(problemsIn(partition(template)))
        .containsExactly("profiles.partition.template: has to be a text that is not blank");
  }

  @Test
  void aNumberIsTheIdAndNothingElse() {
    assertThat(
            problemsIn(
                """
                "profiles": {"table": "t", "key": "id", "keyType": "number",
                             "partition": {"attribute": "pk", "template": "C#{id}"}}
                """))
        .containsExactly(
            "profiles.partition.template: can only be {id}, as the attribute is a number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a table", "tä", "t\\\"; DROP", "arn:aws:dynamodb:::table/t"})
  void aTableHasTheNameOfATable(String name) {
    assertThat(problemsIn("\"profiles\": {\"table\": \"" + name + "\", \"key\": \"id\"}"))
        .containsExactly(
            "profiles.table: is no name of a table: 1 to 255 letters, digits, dots, hyphens or"
                + " underscores");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "[]", "\"x\"", "null", "true"})
  void partsThatAreNoObjectsAreRefused(String part) {
    assertThat(
            problemsIn(
                """
                "profiles": {"table": "t", "key": "id", "partition": %s, "sort": %s},
                "identifiers": %s, "linked": %s, "deletionTypes": %s, "suppression": %s
                """
                    .formatted(part, part, "{}", "{}", "{}", part)))
        .containsExactlyInAnyOrder(
            "profiles.partition: has to be an object",
            "profiles.sort: has to be an object",
            "identifiers: has to be a list",
            "linked: has to be a list",
            "deletionTypes: has to be a list",
            "suppression: has to be an object");
  }

  private static String partition(String template) {
    return """
    "profiles": {"table": "t", "key": "id",
                 "partition": {"attribute": "pk", "template": %s}}
    """
        .formatted(template);
  }
}
