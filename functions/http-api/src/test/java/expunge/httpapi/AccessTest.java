package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import expunge.task.CallKey;
import expunge.task.TaskId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
  private static final String UNAUTHORIZED =
      """
      {"type":"/problems/unauthorized","title":"No valid API key","status":401,\
      "detail":"Send an API key by HTTP Basic, as the user name with an empty password."}\
      """;
  private static final String TASK = "/tasks/" + TaskId.derivedFrom("any");

  private final Gateway gateway = new Gateway();

  @Test
  void healthAsksNobodyForAKey() {
    APIGatewayV2HTTPResponse response = gateway.get("/health");

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getBody()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(response.getHeaders())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("X-Content-Type-Options", "nosniff");
  }

  @Test
  void healthAnswersAlsoWithAnInvalidKey() {
    assertThat(gateway.with("authorization", "Basic x").get("/health").getStatusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/template.csv", "/tasks", "/tasks/x", "/tasks/x/report", "/keys"})
  void everyOtherCallNeedsAKey(String path) {
    APIGatewayV2HTTPResponse response = gateway.get(path);

    assertThat(response.getStatusCode()).isEqualTo(401);
    assertThat(response.getBody()).isEqualTo(UNAUTHORIZED);
    assertThat(response.getHeaders())
        .containsEntry("WWW-Authenticate", "Basic realm=\"Expunge\"")
        .containsEntry("Content-Type", "application/problem+json")
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("X-Content-Type-Options", "nosniff");
  }

  @ParameterizedTest
  @MethodSource
  void whatIsNoValidKeyIsAnsweredAlikeAndNeverQuoted(String header) {
    APIGatewayV2HTTPResponse response = gateway.with("authorization", header).get("/tasks");

    assertThat(response.getStatusCode()).isEqualTo(401);
    assertThat(response.getBody()).isEqualTo(UNAUTHORIZED);
  }

  static Stream<String> whatIsNoValidKeyIsAnsweredAlikeAndNeverQuoted() {
    String valid = Gateway.keyOf(Role.ADMINISTRATOR);
    return Stream.of(
        "",
        "Basic",
        "Basic ****",
        "Basic /zo=",
        "Bearer " + valid,
        valid,
        Gateway.basic(valid),
        Gateway.basic(valid + ":password"),
        Gateway.basic(":" + valid),
        Gateway.basic("exp_unknown:"),
        Gateway.basic(valid + ":") + "," + Gateway.basic(valid + ":"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"authorization", "Authorization", "AUTHORIZATION"})
  void theNameOfTheHeaderMayHaveAnyCase(String name) {
    String header = Gateway.basic(Gateway.keyOf(Role.VIEWER) + ":");

    assertThat(gateway.with(name, header).get("/tasks").getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "VIEWER, /template.csv, 200",
    "OPERATOR, /template.csv, 200",
    "ADMINISTRATOR, /template.csv, 200",
    "VIEWER, /tasks, 200",
    "OPERATOR, /tasks, 200",
    "ADMINISTRATOR, /tasks, 200",
    "VIEWER, TASK, 404",
    "OPERATOR, TASK, 404",
    "ADMINISTRATOR, TASK, 404",
    "VIEWER, TASK/report, 403",
    "OPERATOR, TASK/report, 404",
    "ADMINISTRATOR, TASK/report, 404"
  })
  void everyRoleMayDoWhatTheTableSays(Role role, String path, int status) {
    assertThat(gateway.as(role).get(path.replace("TASK", TASK)).getStatusCode()).isEqualTo(status);
  }

  @Test
  void aRoleThatIsTooLowIsToldWhichOneIsNeeded() {
    assertThat(gateway.as(Role.VIEWER).get(TASK + "/report").getBody())
        .isEqualTo(
            """
            {"type":"/problems/forbidden","title":"The role of this API key does not suffice",\
            "status":403,"detail":"This call needs the role operator or a higher one."}\
            """);
  }

  static Stream<Arguments> pathsThatAreNoCall() {
    return Stream.of(
            "",
            "//",
            "/health/",
            "/Health",
            "//health",
            "/tasks/",
            "/tasks//report",
            "/tasks/x/",
            "/tasks/x/report/",
            "/tasks/x/parts",
            "/task%73",
            "/tasks%2Fx",
            "/tasks/{taskId}/{x}",
            "/template.csv?",
            "/ünknown/\u0000")
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("pathsThatAreNoCall")
  void aPathThatIsNoCallIsNotFoundAndNotQuoted(String path) {
    APIGatewayV2HTTPResponse response = gateway.as(Role.ADMINISTRATOR).get(path);

    assertThat(response.getStatusCode()).isEqualTo(404);
    assertThat(response.getBody())
        .isEqualTo(
            """
            {"type":"/problems/unknown-route","title":"No such call","status":404,\
            "detail":"There is no call at this path."}\
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "HEAD", "OPTIONS", "DELETE", "BREW"})
  void anotherMethodIsToldWhichOnesThereAre(String method) {
    APIGatewayV2HTTPResponse response = gateway.method(method).get("/tasks");

    assertThat(response.getStatusCode()).isEqualTo(405);
    assertThat(response.getHeaders()).containsEntry("Allow", "GET, POST");
    assertThat(response.getBody())
        .isEqualTo(
            """
            {"type":"/problems/method-not-allowed","title":"No such method here","status":405,\
            "detail":"The call at this path takes GET, POST."}\
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void aPageOfAnotherSiteMayLookAndNotTouch(String site) {
    gateway.as(Role.ADMINISTRATOR).with("sec-fetch-site", site);

    assertThat(gateway.post("/suppressions/check").getStatusCode()).isEqualTo(403);
    assertThat(gateway.post("/suppressions/check").getBody()).contains("/problems/cross-site");
    assertThat(gateway.method("GET").get("/tasks").getStatusCode()).isEqualTo(200);
    gateway.with("sec-fetch-site", "same-origin");
    assertThat(gateway.post("/suppressions/check").getStatusCode()).isEqualTo(400);
  }

  @Test
  void requestsAndCallsNeverShowWhatTheyCarry() {
    ApiRequest request =
        new ApiRequest(
            "GET",
            "/secret",
            Map.of("description", "secret"),
            Map.of("authorization", "secret"),
            "secret");
    Call call =
        new Call(
            "secret",
            Optional.empty(),
            Map.of("taskId", "secret"),
            request.query(),
            request.body(),
            Optional.of(CallKey.of("secret", "secret", "secret", "secret")));

    assertThat(request + " " + call).doesNotContain("secret");
    assertThat(ApiResponse.json("secret").with("Location", "secret").toString())
        .doesNotContain("secret");
  }
}
