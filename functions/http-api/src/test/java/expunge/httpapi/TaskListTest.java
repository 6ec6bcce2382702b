package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import expunge.file.FileOptions;
import expunge.simulator.Samples;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.Task;
import expunge.task.TaskKind;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskListTest {
  private static final Pattern TOKEN = Pattern.compile("\"nextToken\":\"([^\"]+)\"");

  private final Gateway gateway = new Gateway().as(Role.VIEWER);

  @Test
  void noTaskIsAnEmptyListWithoutAToken() {
    APIGatewayV2HTTPResponse response = gateway.get("/tasks");

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getBody()).isEqualTo("{\"tasks\":[]}");
    assertThat(response.getHeaders()).doesNotContainKey("Retry-After");
  }

  @Test
  void anEntryShowsWhatAListKnows() {
    Task task = described("drop/a.csv", "spring clean", "2026-01-02T03:04:05Z");

    assertThat(gateway.get("/tasks").getBody())
        .isEqualTo(
            """
            {"tasks":[{"taskId":"%1$s","kind":"deletion","dataset":"customers",\
            "deletionType":"complete","state":"STAGING","description":"spring clean",\
            "file":{"name":"a.csv"},"createdAt":"2026-01-02T03:04:05Z",\
            "links":{"self":"/tasks/%1$s"}}]}\
            """
                .formatted(task.id()));
  }

  @Test
  void theNewestComesFirstAndATokenLeadsOn() {
    Task older = described("drop/older.csv", "x", "2026-01-01T00:00:00Z");
    Task newer = described("drop/newer.csv", "x", "2026-01-02T00:00:00Z");

    String first = gateway.query("limit", "1").get("/tasks").getBody();
    assertThat(first).contains(newer.id().value()).doesNotContain(older.id().value());

    Matcher token = TOKEN.matcher(first);
    assertThat(token.find()).isTrue();
    String second = gateway.query("nextToken", token.group(1)).get("/tasks").getBody();
    assertThat(second)
        .contains(older.id().value())
        .doesNotContain(newer.id().value())
        .doesNotContain("nextToken");
  }

  @Test
  void aMisspeltParameterIsRefusedWithThoseThatThereAreAndNotRepeated() {
    APIGatewayV2HTTPResponse response = gateway.query("limt", "2").get("/tasks");

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody())
        .isEqualTo(
            """
            {"type":"/problems/unknown-parameter","title":"No such parameter","status":400,\
            "detail":"This call takes no other parameters than state, kind, description, limit, \
            nextToken."}\
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/tasks/x", "/tasks/x/report"})
  void aCallWithoutParametersSaysSo(String path) {
    APIGatewayV2HTTPResponse response = gateway.as(Role.OPERATOR).query("wait", "1").get(path);

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody()).contains("This call takes no parameters.");
  }

  @Test
  void aCallerWithoutAKeyIsNotToldTheParameters() {
    assertThat(new Gateway().query("limt", "2").get("/tasks").getStatusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "state, RUNNING, running.csv",
    "state, STAGING, staging.csv",
    "description, SPRING, staging.csv"
  })
  void parametersNarrowTheList(String parameter, String value, String onlyFile) {
    gateway.running("drop/running.csv", 1, 1);
    described("drop/staging.csv", "spring clean", "2026-01-02T00:00:00Z");

    assertThat(gateway.query(parameter, value).get("/tasks").getBody())
        .containsOnlyOnce("taskId")
        .contains(onlyFile);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "kind", "description", "limit", "nextToken"})
  void aBlankParameterCountsAsNone(String parameter) {
    described("drop/a.csv", "x", "2026-01-02T00:00:00Z");

    assertThat(gateway.query(parameter, " ").get("/tasks").getBody()).contains("taskId");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "100"})
  void aLimitWithinItsBoundsIsTaken(String limit) {
    assertThat(gateway.query("limit", limit).get("/tasks").getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "abc", "1.5", "9999999999", "1,2"})
  void anotherLimitIsRefused(String limit) {
    APIGatewayV2HTTPResponse response = gateway.query("limit", limit).get("/tasks");

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody())
        .isEqualTo(
            """
            {"type":"/problems/invalid-parameter","title":"A parameter is not acceptable",\
            "status":400,"detail":"limit has to be a whole number from 1 to 100",\
            "errors":[{"parameter":"limit","detail":"has to be a whole number from 1 to 100"}]}\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "state, running, 'PENDING_UPLOAD, STAGING, AWAITING_CONFIRMATION, RUNNING, PAUSED'",
    "kind, Deletion, 'deletion'"
  })
  void anotherWordIsRefusedWithThoseThatAreAccepted(String parameter, String value, String words) {
    APIGatewayV2HTTPResponse response = gateway.query(parameter, value).get("/tasks");

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody()).contains(parameter + " has to be one of " + words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "%00", "eyJzZWNyZXQiOjF9", "../.."})
  void aTokenThatNobodyGaveOutIsRefusedAndNotQuoted(String token) {
    APIGatewayV2HTTPResponse response = gateway.query("nextToken", token).get("/tasks");

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody())
        .contains("nextToken was not given out by this list")
        .doesNotContain(token);
  }

  private Task described(String key, String description, String createdAt) {
    Request request =
        new Request(
            TaskKind.DELETION,
            "customers",
            "complete",
            FileOptions.none(),
            Optional.of(description),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            new Origin.Sent());
    Task plain = Samples.staging(key);
    return gateway.tasks.create(
        Task.staging(plain.id(), request, plain.file(), plain.slicing(), Instant.parse(createdAt)));
  }
}
