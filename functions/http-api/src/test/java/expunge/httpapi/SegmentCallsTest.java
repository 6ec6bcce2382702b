package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import expunge.item.Value;
import expunge.segment.SegmentItem;
import expunge.simulator.Club;
import expunge.simulator.MemorySystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Segments, as callers see them: promise by promise of a bulk deletion of a segment. */
class SegmentCallsTest {
  private static final String DELETE = "/segments/old/deletions";
  private static final String CONFIRMED = "{\"confirmed\": true, \"reason\": \"inactive\"}";

  private final MemorySystem system = Club.system(10, List.of("old", "young"));
  private final Desk desk = Desk.atRest(system).as(Role.ADMINISTRATOR);

  @ParameterizedTest
  @ValueSource(strings = {"VIEWER", "OPERATOR"})
  void itNeedsAnAdministrator(Role role) {
    assertThat(desk.as(role).post(DELETE, CONFIRMED).getStatusCode()).isEqualTo(403);
    assertThat(desk.post("/segments/old/enable", "").getStatusCode()).isEqualTo(403);
    assertThat(desk.get("/segments/old").getBody()).contains("\"disabled\":false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"confirmed\": false}", "{\"confirmed\": \"yes\"}", "", "{\"rows\": 1}"})
  void itNeedsConsent(String body) {
    assertThat(desk.post(DELETE, body).getBody()).contains("confirmed has to be true");
    assertThat(desk.get("/segments/old").getBody()).contains("\"disabled\":false");
  }

  @Test
  void allUsersOfTheSegmentAreDeletedAndNoOthers() {
    Club.put(system, "old", List.of("a", "b", "c"));
    Club.put(system, "young", List.of("d"));

    APIGatewayV2HTTPResponse made = desk.post(DELETE, CONFIRMED);
    assertThat(made.getStatusCode()).isEqualTo(201);
    assertThat(made.getBody()).contains("\"segmentId\":\"old\"", "\"reason\":\"inactive\"");
    runToTheEnd();

    assertThat(desk.get(location(made)).getBody())
        .contains("\"state\":\"COMPLETED\"", "\"deleted\":3", "\"rows\":3");
    assertThat(List.of("a", "b", "c")).noneMatch(system::hasProfile);
    assertThat(system.hasProfile("d")).isTrue();
  }

  @Test
  void itIsDisabledWhileTheJobRunsAndStaysSoUntilItIsEnabledByHand() {
    Club.put(system, "old", List.of("a"));
    desk.post(DELETE, CONFIRMED);

    assertThat(desk.get("/segments/old").getBody())
        .contains("\"disabled\":true", "\"state\":\"PENDING_UPLOAD\"");
    assertThat(desk.post("/segments/old/enable", "").getBody())
        .contains("/problems/segment-deletion-running");
    runToTheEnd();
    assertThat(desk.get("/segments/old").getBody())
        .contains("\"disabled\":true", "\"state\":\"COMPLETED\"", "\"profilesDeleted\":1");

    assertThat(desk.post("/segments/old/enable", "").getBody()).contains("\"disabled\":false");
    assertThat(desk.post("/segments/old/enable", "{}").getStatusCode()).isEqualTo(200);
  }

  @Test
  void whichOnesAreDisabledCanBeListed() {
    Club.put(system, "old", List.of("a"));
    system.tables.put(
        Club.SEGMENTS,
        Map.of(
            SegmentItem.ID,
            new Value.Text("named"),
            SegmentItem.NAME,
            new Value.Text("With a name"),
            SegmentItem.SOURCE,
            new Value.Text("manual")));
    desk.post(DELETE, CONFIRMED);

    assertThat(ids(desk.get("/segments"))).containsExactly("named", "old", "young");
    assertThat(ids(desk.get("/segments", "disabled", "true"))).containsExactly("old");
    assertThat(ids(desk.get("/segments", "disabled", "false"))).containsExactly("named", "young");
    assertThat(desk.get("/segments").getBody())
        .contains("\"name\":\"With a name\",\"source\":\"manual\"");
  }

  @Test
  void aListIsGoneThroughPageByPage() {
    String first = desk.get("/segments", "limit", "1").getBody();
    assertThat(first).contains("\"old\"", "\"nextToken\":\"old\"");
    assertThat(desk.get("/segments", "nextToken", "old").getBody())
        .contains("\"young\"")
        .doesNotContain("nextToken");
  }

  @Test
  void onlyOneJobAtATimeAndTheRunningOneIsNamed() {
    Club.put(system, "old", List.of("a"));
    String running = location(desk.post(DELETE, CONFIRMED));

    APIGatewayV2HTTPResponse second = desk.post("/segments/young/deletions", CONFIRMED);

    assertThat(second.getStatusCode()).isEqualTo(409);
    assertThat(second.getBody())
        .contains("\"taskId\":\"" + running.substring("/tasks/".length()) + "\"");
    assertThat(desk.get("/segments/young").getBody()).contains("\"disabled\":false");
    runToTheEnd();
    assertThat(desk.post("/segments/young/deletions", CONFIRMED).getStatusCode()).isEqualTo(201);
  }

  @Test
  void itCanBePausedAndCancelled() {
    Club.put(system, "old", List.of("a", "b"));
    String task = location(desk.post(DELETE, CONFIRMED));

    system.answerAll();
    system.uploadsArrive();
    assertThat(desk.post(task + "/pause", "").getStatusCode()).isEqualTo(202);
    system.answerAll();
    assertThat(desk.get(task).getBody()).contains("PAUSED", "\"rows\":2");
    assertThat(desk.post(task + "/cancel", "").getStatusCode()).isEqualTo(202);
    runToTheEnd();

    assertThat(desk.get(task).getBody()).contains("CANCELLED", "\"cancelled\":2");
    assertThat(List.of("a", "b")).allMatch(system::hasProfile);
    assertThat(desk.get("/segments/old").getBody()).contains("\"disabled\":true", "CANCELLED");
  }

  @Test
  void whatIsLeftIsDeletedByAnotherDeletionAndNotByARetryBesideOthers() {
    Club.put(system, "old", List.of("a", "b"));
    String task = location(desk.post(DELETE, CONFIRMED));
    system.answerAll();
    system.uploadsArrive();
    desk.post(task + "/cancel", "");
    runToTheEnd();

    assertThat(desk.get(task).getBody()).contains("\"cancelled\":2").doesNotContain("/retry");
    assertThat(desk.post(task + "/retry", "").getBody()).contains("delete the segment again");
    String again = location(desk.post(DELETE, CONFIRMED));
    runToTheEnd();
    assertThat(desk.get(again).getBody()).contains("\"deleted\":2");
  }

  @Test
  void aSourceThatNobodyKnowsIsNotGuessedAt() {
    Club.put(system, "old", List.of("a"));
    Map<String, Value> item = new HashMap<>(SegmentItem.key("old"));
    item.put(SegmentItem.SOURCE, new Value.Text("Attribute"));
    system.tables.put(Club.SEGMENTS, item);

    assertThat(desk.get("/segments/old").getBody()).doesNotContain("\"source\"");
    APIGatewayV2HTTPResponse refused = desk.post(DELETE, CONFIRMED);
    assertThat(refused.getStatusCode()).isEqualTo(409);
    assertThat(refused.getBody()).contains("/problems/segment-source");
    assertThat(desk.get("/segments/old").getBody()).contains("\"disabled\":false");
    assertThat(system.hasProfile("a")).isTrue();
  }

  @Test
  void theSameCallUnderItsKeyIsOneJob() {
    Club.put(system, "old", List.of("a"));
    desk.with("Idempotency-Key", "once");
    String first = location(desk.post(DELETE, CONFIRMED));

    assertThat(location(desk.post(DELETE, CONFIRMED))).isEqualTo(first);
    runToTheEnd();
    assertThat(location(desk.post(DELETE, CONFIRMED))).isEqualTo(first);
    assertThat(desk.post(DELETE, "{\"confirmed\": true}").getStatusCode()).isEqualTo(422);
  }

  @Test
  void theSameKeyForAnotherDatasetIsAnotherCall() {
    desk.with("Idempotency-Key", "once");
    desk.post(DELETE, CONFIRMED);

    assertThat(desk.post(DELETE, "dataset", "club", CONFIRMED).getStatusCode()).isEqualTo(422);
  }

  @Test
  void aRepeatedCallIsTheSameWhenItsSegmentIsGone() {
    Club.put(system, "old", List.of("a"));
    desk.with("Idempotency-Key", "once");
    String first = location(desk.post(DELETE, CONFIRMED));
    system.tables.remove(Club.SEGMENTS, SegmentItem.key("old"));

    assertThat(location(desk.post(DELETE, CONFIRMED))).isEqualTo(first);
  }

  @Test
  void whatIsNoSegmentIsNotFound() {
    for (String id : List.of("none", "a%20b", "x".repeat(129))) {
      assertThat(desk.get("/segments/" + id).getStatusCode()).isEqualTo(404);
      assertThat(desk.post("/segments/" + id + "/deletions", CONFIRMED).getStatusCode())
          .isEqualTo(404);
      assertThat(desk.post("/segments/" + id + "/enable", "").getStatusCode()).isEqualTo(404);
    }
  }

  @Test
  void aDatasetWithoutSegmentsSaysSo() {
    Gateway gateway = new Gateway().as(Role.VIEWER).query("dataset", "leads");

    assertThat(gateway.get("/segments").getBody()).contains("dataset declares no segments");
  }

  private void runToTheEnd() {
    system.answerAll();
    system.takeInUploads();
  }

  private static String location(APIGatewayV2HTTPResponse response) {
    return Objects.requireNonNull(response.getHeaders().get("Location"));
  }

  private static List<String> ids(APIGatewayV2HTTPResponse list) {
    return Pattern.compile("\"segmentId\":\"([^\"]+)\"")
        .matcher(list.getBody())
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
