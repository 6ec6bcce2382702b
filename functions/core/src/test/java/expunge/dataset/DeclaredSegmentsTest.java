package expunge.dataset;

import static expunge.dataset.Declarations.problemsIn;
import static expunge.dataset.Declarations.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredSegmentsTest {
  private static final String LINKED =
      """
      "profiles": {"table": "people", "key": "id"},
      "linked": [
        {"name": "kept", "table": "kept", "rule": "detach", "key": {"partition": "k"},
         "link": {"attribute": "o", "index": "i"}},
        {"name": "members", "table": "members", "rule": "delete",
         "key": {"partition": "segment", "sort": "id"}, "link": {"attribute": "id", "index": "i"}}],
      """;

  @Test
  void segmentsNeedATableAndSomethingThatSaysWhoIsInThem() {
    assertThat(
            problemsIn(
                "\"profiles\": {\"table\": \"t\", \"key\": \"id\"}, \"segments\": {\"of\": 1}"))
        .containsExactly(
            "segments.table: missing",
            "segments: needs members or attribute, which say who is in a segment",
            "segments.of: unknown");
  }

  @Test
  void membersAreLinkedRecordsThatGoWithTheirProfile() {
    assertThat(problems("{\"linked\": \"none\", \"segment\": \"segment\"}"))
        .containsExactly("segments.members.linked: is no linked table of this dataset");
    assertThat(problems("{\"linked\": \"kept\", \"segment\": \"s\", \"index\": \"i\"}"))
        .containsExactly(
            "segments.members.linked: needs the rule delete, as nobody who is gone may stay a"
                + " member");
  }

  @Test
  void membersOfASegmentHaveToBeFound() {
    assertThat(problems("{\"linked\": \"members\", \"segment\": \"list\"}"))
        .containsExactly(
            "segments.members.index: missing, as segment is not the table's partition key, a text");
    assertThat(problems("{\"linked\": \"members\", \"segment\": \"id\", \"index\": \"i\"}"))
        .containsExactly(
            "segments.members.segment: names the attribute of the link to the profile");
    assertThat(problems("{\"segment\": 1}"))
        .containsExactly(
            "segments.members.linked: missing",
            "segments.members.segment: has to be a text that is not blank");
  }

  @Test
  void segmentsAreInNoTableOfPeople() {
    String two =
        """
        {"default": "a", "datasets": {
          "a": {"profiles": {"table": "people", "key": "id"},
                "segments": {"table": "leads", "attribute": "in"}},
          "b": {"profiles": {"table": "leads", "key": "id"}}}}
        """;
    assertThat(problemsOf(two))
        .containsExactly(
            "datasets.a.segments.table: has to be a table of its own, and holds people's records"
                + " of b");
  }

  @Test
  void eachDatasetHasSegmentsOfItsOwn() {
    String two =
        """
        {"default": "a", "datasets": {
          "a": {"profiles": {"table": "p", "key": "id"}, "segments": {"table": "s", "attribute": "in"}},
          "b": {"profiles": {"table": "q", "key": "id"}, "segments": {"table": "s", "attribute": "in"}}}}
        """;
    assertThat(problemsOf(two))
        .containsExactly("datasets.b.segments.table: has the segments of another dataset");
  }

  private static List<String> problems(String members) {
    return problemsIn(
        LINKED + "\"segments\": {\"table\": \"segments\", \"members\": " + members + "}");
  }
}
