package expunge.httpapi;

import static expunge.simulator.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import expunge.intake.ArrivedFile;
import expunge.item.Value;
import expunge.simulator.MemorySystem;
import expunge.simulator.Shop;
import expunge.task.TaskId;
import expunge.task.TaskQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /api/v1/customers/delete}, word for word. */
class BlueshiftCallsTest {
  private static final String PATH = "/api/v1/customers/delete";
  private static final Value HELD = new Value.Flag(true);

  private final MemorySystem system = Shop.system(100, List.of("a", "b"));
  private final Desk desk = Desk.of(system);

  @Test
  void oneCustomerIsDeletedWithWhatIsLinked() {
    assertOk(desk.post(PATH, "{\"email\":\"A@example.com \"}"), 1);
    assertThat(system.hasProfile("a")).isFalse();
    assertThat(system.hasProfile("b")).isTrue();
    assertThat(system.tables.all("mails")).hasSize(1);
    assertThat(system.tasks.list(query()).tasks()).hasSize(1);
  }

  @Test
  void anUnknownCustomerIsFineAndNoTask() {
    assertOk(desk.post(PATH, "{\"email\":\"nobody@example.com\"}"), 0);
    assertThat(system.tasks.list(query()).tasks()).isEmpty();
  }

  @Test
  void withoutTheFlagOnlyTheFirstIsDeleted() {
    shared(120);
    assertOk(desk.post(PATH, "{\"email\":\"shared@example.com\"}"), 1);
    assertThat(left()).isEqualTo(119);
    assertThat(system.hasProfile("s0")).isFalse();
  }

  @Test
  void aCallThatIsRepeatedUnderItsKeyDeletesNoSecond() {
    shared(3);
    desk.with("Idempotency-Key", "once");
    assertOk(desk.post(PATH, "{\"email\":\"shared@example.com\"}"), 1);
    assertOk(desk.post(PATH, "{\"email\":\"shared@example.com\"}"), 1);
    assertThat(left()).isEqualTo(2);

    desk.with("Idempotency-Key", "another");
    assertOk(desk.post(PATH, "{\"email\":\"a@example.com\"}"), 1);
    assertOk(desk.post(PATH, "{\"email\":\"a@example.com\"}"), 1);
    assertThat(desk.post(PATH, "{\"email\":\"b@example.com\"}").getStatusCode()).isEqualTo(422);
    assertThat(system.hasProfile("b")).isTrue();
  }

  @Test
  void withTheFlagAtMostFiftyAreDeletedAtOnce() {
    shared(120);
    String all = "{\"email\":\"shared@example.com\",\"delete_all_matching_customers\":true}";
    assertOk(desk.post(PATH, all), 50);
    assertOk(desk.post(PATH, all), 50);
    assertOk(desk.post(PATH, all), 20);
    assertOk(desk.post(PATH, all), 0);
    assertThat(left()).isZero();
    assertThat(system.hasProfile("a")).isTrue();
  }

  @Test
  void severalIdentifiersHaveToMatchTheSameCustomer() {
    Shop.put(system, "c", Map.of("cookie", text("k"), "device_id", text("d")));
    String conflict = "{\"email\":\"a@example.com\",\"cookie\":\"k\"}";
    assertThat(desk.post(PATH, conflict).getStatusCode()).isEqualTo(422);
    assertThat(desk.post(PATH, conflict).getBody()).contains("\"cookie\":[\"has to match");
    assertOk(desk.post(PATH, "{\"email\":\"x@example.com\",\"cookie\":\"y\"}"), 0);
    assertThat(system.hasProfile("a")).isTrue();
    assertThat(system.hasProfile("c")).isTrue();

    assertOk(
        desk.post(PATH, "{\"email\":\"c@example.com\",\"cookie\":\"k\",\"device_id\":\"d\"}"), 1);
    assertThat(system.hasProfile("c")).isFalse();
  }

  @Test
  void whatWasNotCarriedOutIsNotOk() {
    Desk interrupted =
        Desk.whileWaiting(
            system,
            () -> {
              String key = system.objects.keys("uploads/").getFirst();
              TaskId id = new TaskId(key.split("/", 3)[1]);
              system
                  .intake()
                  .fileArrived(
                      new ArrivedFile(
                          MemorySystem.BUCKET,
                          key,
                          system
                              .objects
                              .describe(key, Optional.empty())
                              .orElseThrow()
                              .version()
                              .versionId()));
              system.control().cancel(id);
              system.answerAll();
            });
    APIGatewayV2HTTPResponse answer = interrupted.post(PATH, "{\"email\":\"a@example.com\"}");
    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(answer.getBody()).contains("Service Unavailable");
    assertThat(system.hasProfile("a")).isTrue();
  }

  @Test
  void aProtectedCustomerStays() {
    Shop.put(system, "held", Map.of("legalHold", HELD));
    assertOk(desk.post(PATH, "{\"email\":\"held@example.com\"}"), 0);
    assertThat(system.hasProfile("held")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"email":""} | 400 | {"errors":{"email":["can't be blank"]}}
          {"email":null} | 400 | {"errors":{"email":["can't be blank"]}}
          {"email":"a@example.com","cookie":" "} | 400 | {"errors":{"cookie":["can't be blank"]}}
          {"email":5} | 400 | {"errors":{"email":["has to be a string"]}}
          {"email":"a@example.com","delete_all_matching_customers":"yes"} | 400 | \
          {"errors":{"delete_all_matching_customers":["has to be true or false"]}}
          {"email":"a@example.com","mail":"b"} | 400 | {"errors":{"mail":["is unknown"]}}
          {"email":"a@example.com","b@example.com":"b"} | 400 | {"errors":{"body":["is unknown"]}}
          [] | 400 | {"errors":{"body":["is not a JSON object with each field once"]}}
          {"device_id":"d"} | 422 | {"errors":{"device_id":["can't be looked up alone"]}}
          {"customer_id":"d"} | 422 | {"errors":{"customer_id":["is not known here"]}}
          """)
  void whatCantBeUsedIsToldByField(String body, int status, String answer) {
    APIGatewayV2HTTPResponse response = desk.post(PATH, body);
    assertThat(response.getBody()).isEqualTo(answer);
    assertThat(response.getStatusCode()).isEqualTo(status);
    assertThat(system.hasProfile("a")).isTrue();
  }

  @Test
  void somethingHasToBeKnown() {
    assertThat(desk.post(PATH, "{}").getBody())
        .isEqualTo(
            "{\"errors\":{\"email\":[\"can't be blank\"],\"customer_id\":[\"can't be blank\"],"
                + "\"cookie\":[\"can't be blank\"],\"device_id\":[\"can't be blank\"]}}");
  }

  @Test
  void aWrongKeyAndAWrongRoleAreToldInItsWords() {
    assertThat(new Gateway().post(PATH).getBody()).isEqualTo("{\"message\":\"Not authorized\"}");
    assertThat(desk.as(Role.VIEWER).post(PATH, "{}").getBody())
        .isEqualTo("{\"message\":\"Permission denied\"}");
  }

  @Test
  void whoeverDoesNotGetAnAnswerInTimeIsToldWhereToLook() {
    APIGatewayV2HTTPResponse response =
        Desk.atRest(system).post(PATH, "{\"email\":\"a@example.com\"}");
    assertThat(response.getStatusCode()).isEqualTo(202);
    assertThat(response.getBody()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(response.getHeaders().get("Location")).startsWith("/tasks/");
    system.takeInUploads();
    assertThat(system.hasProfile("a")).isFalse();
  }

  @Test
  void noValueIsShown() {
    assertThat(BlueshiftBody.of("{\"email\":\"a@example.com\"}"))
        .hasToString("BlueshiftBody[[email]]");
  }

  @Test
  void ofVeryManyTheFirstOnesAreDeletedAllTheSame() {
    shared(1_200);
    Shop.put(system, "held", Map.of("email", text("shared@example.com"), "legalHold", HELD));

    assertOk(desk.post(PATH, "{\"email\":\"shared@example.com\"}"), 1);
    assertThat(system.hasProfile("s0")).isFalse();
    String all = "{\"email\":\"shared@example.com\",\"delete_all_matching_customers\":true}";
    assertOk(desk.post(PATH, all), 50);
    assertThat(IntStream.range(0, 1_200).filter(i -> !system.hasProfile("s" + i)))
        .containsExactlyElementsOf(IntStream.rangeClosed(0, 50).boxed().toList());
    assertThat(system.hasProfile("held")).isTrue();
  }

  @Test
  void ofVeryManyTheOneThatIsMeantIsFoundByWhatElseIsKnown() {
    shared(1_200);
    Shop.put(system, "meant", Map.of("email", text("shared@example.com"), "cookie", text("k")));

    assertOk(desk.post(PATH, "{\"email\":\"shared@example.com\",\"cookie\":\"k\"}"), 1);
    assertThat(system.hasProfile("meant")).isFalse();
    assertThat(left()).isEqualTo(120);
  }

  @Test
  void theFirstOfVeryManyThatIsProtectedIsNotStoodInFor() {
    shared(1_200);
    Map<String, Value> held =
        Map.of(
            "email",
            text("shared@example.com"),
            "since",
            new Value.Numeric("1"),
            "legalHold",
            HELD);
    Shop.put(system, "zz", held);

    assertOk(desk.post(PATH, "{\"email\":\"shared@example.com\"}"), 0);
    assertThat(left()).isEqualTo(120);
  }

  @Test
  void whatIsWrongWithTheCallItselfIsToldInItsShapeToo() {
    desk.with("Idempotency-Key", "no key");
    assertThat(desk.post(PATH, "{\"email\":\"a@example.com\"}").getBody())
        .isEqualTo(
            "{\"errors\":{\"call\":[\"Idempotency-Key has to be 1 to 255 visible ASCII"
                + " characters\"]}}");
    APIGatewayV2HTTPResponse odd = new Gateway().as(Role.OPERATOR).query("all", "1").post(PATH);
    assertThat(odd.getStatusCode()).isEqualTo(400);
    assertThat(odd.getBody())
        .isEqualTo("{\"errors\":{\"call\":[\"This call takes no parameters.\"]}}");
    assertThat(new Gateway().get(PATH).getBody()).isEqualTo("{\"message\":\"Method Not Allowed\"}");
    assertThat(desk.post(PATH, "x".repeat(Gateway.BODY + 1)).getBody())
        .isEqualTo("{\"message\":\"Payload Too Large\"}");
    assertThat(system.hasProfile("a")).isTrue();
  }

  private void shared(int profiles) {
    for (int i = 0; i < profiles; i++) {
      Shop.put(
          system,
          "s" + i,
          Map.of("email", text("shared@example.com"), "since", new Value.Numeric("" + (1900 + i))));
    }
  }

  private long left() {
    return IntStream.range(0, 120).filter(i -> system.hasProfile("s" + i)).count();
  }

  private static TaskQuery query() {
    return new TaskQuery(
        Optional.empty(), Optional.empty(), Optional.empty(), 10, Optional.empty());
  }

  private static void assertOk(APIGatewayV2HTTPResponse response, int deleted) {
    assertThat(response.getBody()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getHeaders()).containsEntry("X-Expunge-Deleted", "" + deleted);
  }
}
