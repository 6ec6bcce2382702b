package expunge.dataset;

import static expunge.dataset.Declarations.problemsIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredTypesTest {
  private static List<String> problems(String types) {
    return problemsIn(
        """
        "profiles": {"table": "t", "key": "id", "protectedBy": "hold",
                     "sort": {"attribute": "sk", "template": "P"}},
        "linked": [{"name": "mails", "table": "m", "rule": "delete", "key": {"partition": "mail"},
                    "link": {"attribute": "owner", "index": "by-owner"}}],
        "deletionTypes": [%s]
        """
            .formatted(types));
  }

  @Test
  void aTypeHasANameOfItsOwnAndRemovesSomething() {
    assertThat(
            problems(
                """
                {}, {"name": "complete", "remove": ["a"]}, {"name": "b", "remove": []},
                {"name": "b", "remove": ["c"]}, "all"
                """))
        .containsExactlyInAnyOrder(
            "deletionTypes[0].remove: needs at least one attribute of the profile",
            "deletionTypes[0].name: missing",
            "deletionTypes[1].name: declared before",
            "deletionTypes[2].remove: needs at least one attribute of the profile",
            "deletionTypes[3].name: declared before",
            "deletionTypes[4]: has to be an object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "sk", "hold"})
  void theKeyAndTheMarkOfAProtectedProfileStay(String attribute) {
    assertThat(problems("{\"name\": \"c\", \"remove\": [\"email\", \"" + attribute + "\"]}"))
        .containsExactly("deletionTypes[0].remove: names " + attribute + ", which has to stay");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"orders\": [\"a\"]} | .orders: is no linked table of this dataset",
        "{\"mails\": []} | .mails: needs at least one attribute",
        "{\"mails\": [\"owner\"]} | .mails: names owner, which is of the table's key, or its link",
        "{\"mails\": [\"mail\"]} | .mails: names mail, which is of the table's key, or its link",
        "{\"mails\": [\"a\", \"a\"]} | .mails: names the same attribute twice",
        "[\"mails\"] | : has to be an object",
        "null | : has to be an object"
      })
  void whatGoesFromLinkedRecordsIsReadOrTold(String linked, String problem) {
    assertThat(problems("{\"name\": \"c\", \"remove\": [\"a\"], \"linked\": " + linked + "}"))
        .containsExactly("deletionTypes[0].linked" + problem);
  }

  @Test
  void anAttributeThatIsRemovedTwiceIsAProblem() {
    assertThat(problems("{\"name\": \"c\", \"remove\": [\"a\", \"b\", \"a\"], \"keep\": []}"))
        .containsExactly(
            "deletionTypes[0].remove: names the same attribute twice",
            "deletionTypes[0].keep: unknown");
  }
}
