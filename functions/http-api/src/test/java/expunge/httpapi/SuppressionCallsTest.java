package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import expunge.dataset.Dataset;
import expunge.item.Value;
import expunge.log.LogEntry;
import expunge.profile.LastSeen;
import expunge.profile.ProfileKey;
import expunge.simulator.MemorySystem;
import expunge.simulator.memory.MemoryProfileStore;
import expunge.simulator.memory.MemorySuppressionList;
import expunge.suppression.Entry;
import expunge.task.TaskId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checking and lifting suppressions, as callers see them. */
class SuppressionCallsTest {
  private static final String CHECK = "/suppressions/check";
  private static final String LIFT = "/suppressions/lift";

  private final Gateway gateway = new Gateway().as(Role.ADMINISTRATOR);
  private final Dataset members = Gateway.datasets().of("members");

  @BeforeEach
  void somebodyIsDeleted() {
    MemorySuppressionList.make(gateway.tables, members.suppression().orElseThrow());
    MemoryProfileStore profiles = new MemoryProfileStore(gateway.tables);
    profiles.put(members, List.of());
    profiles.eraseAndSuppress(
        members,
        new LastSeen(new ProfileKey("7"), Optional.empty()),
        List.of(entry("id", "7"), entry("email", "seven@example.com")));
  }

  private Entry entry(String identifier, String value) {
    return new Entry(
        MemorySystem.KEY.entry(members, identifier, value),
        "members",
        identifier,
        TaskId.derivedFrom("task"),
        gateway.scheduler.now(),
        gateway.scheduler.now().plus(Duration.ofDays(1)));
  }

  @Test
  void aCheckAnswersTheSuppressedValuesAsTheyWereSent() {
    APIGatewayV2HTTPResponse response =
        call(CHECK, "email", "\" Seven@Example.com\", \"eight@example.com\"", "");

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getBody()).isEqualTo("{\"suppressed\":[\" Seven@Example.com\"]}");
  }

  @Test
  void aThousandMayBeAskedForAtOnceAndNoMore() {
    String thousand = String.join(",", Collections.nCopies(999, "\"8\"")) + ",\"7\"";

    assertThat(call(CHECK, "id", thousand, "").getBody()).isEqualTo("{\"suppressed\":[\"7\"]}");
    assertThat(call(CHECK, "id", thousand + ",\"9\"", "").getBody())
        .contains("has to be a list of 1 to 1000 texts");
  }

  @Test
  void anEmptyValueIsRefusedByItsPlaceAloneAndOneOfAnotherFormIsNot() {
    APIGatewayV2HTTPResponse response = call(CHECK, "id", "\"secret\", \" \"", "");

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody()).contains("values[1]", "is empty").doesNotContain("secret");
    assertThat(call(CHECK, "id", "\"secret\"", "").getStatusCode()).isEqualTo(200);
  }

  @Test
  void liftingIsRecordedWithWhoAndWhyAndDoneOnce() {
    String why = ", \"reason\": \"signed up again\"";

    assertThat(call(LIFT, "id", "\"7\", \"8\"", why).getBody()).isEqualTo("{\"lifted\":[\"7\"]}");
    assertThat(call(LIFT, "id", "\"7\"", why).getBody()).isEqualTo("{\"lifted\":[]}");
    assertThat(call(CHECK, "id", "\"7\"", "").getBody()).isEqualTo("{\"suppressed\":[]}");
    assertThat(gateway.tables.all("suppressed"))
        .filteredOn(item -> item.containsKey("by"))
        .singleElement()
        .satisfies(
            record ->
                assertThat(record)
                    .containsEntry("by", new Value.Text("administrator"))
                    .containsEntry("reason", new Value.Text("signed up again")));
    assertThat(gateway.logged)
        .containsExactly(new LogEntry.SuppressionsLifted(1), new LogEntry.SuppressionsLifted(0));
  }

  @Test
  void onlyAdministratorsLift() {
    gateway.as(Role.OPERATOR);
    assertThat(call(CHECK, "id", "\"7\"", "").getStatusCode()).isEqualTo(200);
    assertThat(call(LIFT, "id", "\"7\"", ", \"reason\": \"x\"").getStatusCode()).isEqualTo(403);
    gateway.as(Role.VIEWER);
    assertThat(call(CHECK, "id", "\"7\"", "").getStatusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  | has to be a JSON object",
        "[] | has to be a JSON object",
        "{} | values",
        "{\"values\": [\"7\"]} | keeps no suppression list",
        "{\"dataset\": \"none\", \"values\": [\"7\"]} | has to be one of",
        "{\"dataset\": \"members\", \"identifier\": \"x\", \"values\": [\"7\"]} | id, email",
        "{\"dataset\": \"members\", \"values\": [7]} | has to be a list of 1 to",
        "{\"dataset\": \"members\", \"values\": []} | has to be a list of 1 to",
        "{\"dataset\": \"members\", \"values\": \"7\"} | has to be a list of 1 to",
        "{\"dataset\": 7, \"values\": [\"7\"]} | has to be a text",
        "{\"dataset\": \"members\", \"value\": \"7\", \"values\": [\"7\"]} | value is unknown",
        "{\"dataset\": \"members\", \"values\": [\"8\"], \"values\": [\"7\"]} | has a member twice",
        "{\"dataset\": \"members\", \"values\": [\"7\"]} more | has to be a JSON object"
      })
  void whatIsWrongWithABodyIsNamed(String body, String problem) {
    APIGatewayV2HTTPResponse response = gateway.body(body == null ? "" : body).post(CHECK);

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody()).contains("/problems/invalid-body", problem);
  }

  @Test
  void liftingNeedsAReason() {
    assertThat(call(LIFT, "id", "\"7\"", "").getBody()).contains("reason is missing");
    assertThat(call(LIFT, "id", "\"7\"", ", \"reason\": \" \"").getStatusCode()).isEqualTo(400);
  }

  private APIGatewayV2HTTPResponse call(
      String path, String identifier, String values, String more) {
    return gateway
        .body(
            "{\"dataset\": \"members\", \"identifier\": \"%s\", \"values\": [%s]%s}"
                .formatted(identifier, values, more))
        .post(path);
  }
}
