package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import expunge.file.FileOptions;
import expunge.log.LogEntry;
import expunge.object.Sha256;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Making a task and uploading its file, as callers see it. */
class CreationCallsTest {
  private static final byte[] CONTENT = "email\na@example.com\n".getBytes(StandardCharsets.UTF_8);
  private static final String SHA256 = Sha256.of(CONTENT).hex();
  private static final String FILE = file("\"sp ring+.csv\"", "20", '"' + SHA256 + '"');

  private final Gateway gateway = new Gateway().as(Role.ADMINISTRATOR);

  @Test
  void aTaskIsMadeAsItWasAskedForAndWaitsForItsFile() {
    APIGatewayV2HTTPResponse response =
        create(
            """
            {"kind": "deletion", "dataset": "customers", "deletionType": "complete",
             "identifier": "phone", "encoding": "windows-1251", "delimiter": "\\t",
             "description": "spring cleaning", "reason": "closed accounts", "purpose": "clean_up",
             "dryRun": true, "file": %s}\
            """
                .formatted(FILE));

    assertThat(response.getStatusCode()).isEqualTo(201);
    Task task = task(response);
    assertThat(response.getHeaders())
        .containsEntry("Location", "/tasks/" + task.id())
        .containsEntry("Content-Type", "application/json");
    assertThat(task.state()).isEqualTo(TaskState.PENDING_UPLOAD);
    assertThat(task.file().version().key()).isEqualTo("uploads/" + task.id() + "/sp ring+.csv");
    assertThat(task.request())
        .isEqualTo(
            new Request(
                TaskKind.DELETION,
                "customers",
                "complete",
                new FileOptions(
                    Optional.of("windows-1251"), Optional.of("\t"), Optional.of("phone")),
                Optional.of("spring cleaning"),
                Optional.of("closed accounts"),
                Optional.of("clean_up"),
                Optional.of("administrator"),
                true,
                false,
                new Origin.Sent()));
    assertThat(task.slicing().isDeclaredAs(Gateway.datasets().of("customers"))).isTrue();
    assertThat(gateway.logged).containsExactly(new LogEntry.TaskCreated(task.id()));
  }

  @Test
  void theAnswerIsTheTaskAndHowToUploadItsFile() {
    APIGatewayV2HTTPResponse response = create(asked(FILE));

    assertThat(response.getBody().replaceAll("\"url\":\"[^\"]*\"", "\"url\":\"…\""))
        .isEqualTo(
            """
            {"taskId":"%1$s","kind":"deletion","dataset":"customers","deletionType":"complete",\
            "state":"PENDING_UPLOAD","dryRun":false,"requestedBy":"administrator",\
            "file":{"name":"sp ring+.csv"},\
            "progress":{"done":0,"percent":0},"balance":{"deleted":0,"not_found":0,"duplicate":0,\
            "invalid":0,"ambiguous":0,"protected":0,"failed":0,"cancelled":0},"profilesDeleted":0,\
            "createdAt":"2026-01-01T00:00:00Z",\
            "links":{"self":"/tasks/%1$s","cancel":"/tasks/%1$s/cancel"},\
            "upload":{"method":"PUT","url":"…","headers":{"Content-Length":"20",\
            "If-None-Match":"*","x-amz-checksum-sha256":"%2$s"},\
            "expiresAt":"2026-01-01T00:15:00Z"}}\
            """
                .formatted(task(response).id(), new Sha256(SHA256).base64()));
  }

  @Test
  void theFileIsUploadedOnceWithinAQuarterOfAnHour() {
    URI link = link(create(asked(FILE)));
    Map<String, String> headers =
        Map.of(
            "Content-Length",
            "20",
            "If-None-Match",
            "*",
            "x-amz-checksum-sha256",
            new Sha256(SHA256).base64());

    assertThat(gateway.objects.upload(link, headers, CONTENT)).isEqualTo(200);
    assertThat(gateway.objects.upload(link, headers, CONTENT)).isEqualTo(412);
    URI another = link(create(asked(FILE)));
    gateway.scheduler.advance(Duration.ofMinutes(15));
    assertThat(gateway.objects.upload(another, headers, CONTENT)).isEqualTo(403);
  }

  @Test
  void eachCallWithoutAKeyMakesATask() {
    assertThat(task(create(asked(FILE))).id()).isNotEqualTo(task(create(asked(FILE))).id());
  }

  @Test
  void theSameCallUnderItsKeyIsAnsweredWithTheSameTask() {
    gateway.with("idempotency-key", "!~" + "k".repeat(253));
    APIGatewayV2HTTPResponse first = create(asked(FILE));
    gateway.scheduler.advance(Duration.ofMinutes(10));

    APIGatewayV2HTTPResponse second = create(asked(FILE));

    assertThat(second.getStatusCode()).isEqualTo(201);
    assertThat(second.getHeaders()).isEqualTo(first.getHeaders());
    assertThat(task(second)).isEqualTo(task(first));
    assertThat(second.getBody()).contains("\"expiresAt\":\"2026-01-01T00:25:00Z\"");
    gateway.tasks.move(
        task(second).id(), TaskState.UNCOUNTED, TaskState.CANCELLED, gateway.scheduler.now());
    assertThat(create(asked(FILE)).getBody())
        .contains("\"state\":\"CANCELLED\"")
        .doesNotContain("upload\"");
  }

  @Test
  void anotherCallUnderTheKeyIsRefused() {
    gateway.with("idempotency-key", "secret");
    create(asked(FILE));

    APIGatewayV2HTTPResponse response = create(asked(FILE) + " ");

    assertThat(response.getStatusCode()).isEqualTo(422);
    assertThat(response.getBody())
        .contains("/problems/idempotency-key-reused")
        .doesNotContain("secret");
  }

  @Test
  void aCallThatWasRefusedUsesNoKeyUp() {
    gateway.with("idempotency-key", "key");
    assertThat(create("{}").getStatusCode()).isEqualTo(400);
    assertThat(create(asked(FILE)).getStatusCode()).isEqualTo(201);
  }

  static Stream<String> noKeys() {
    return Stream.of("", " ", "a b", "k".repeat(256), "ключ", "a\u007f", "a\tb");
  }

  @ParameterizedTest
  @MethodSource("noKeys")
  void whatIsNoKeyIsRefused(String secret) {
    APIGatewayV2HTTPResponse response =
        gateway.with("idempotency-key", secret).body(asked(FILE)).post("/tasks");

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody()).contains("Idempotency-Key has to be 1 to 255 visible ASCII");
    assertThat(gateway.tasks.unsettled(Optional.empty(), 1)).isEmpty();
  }

  @Test
  void aKeyMeansNothingToACallThatMakesNothing() {
    gateway.with("idempotency-key", "a b").body("{\"values\": [\"x\"]}");

    assertThat(gateway.post("/suppressions/check").getBody()).doesNotContain("Idempotency");
  }

  @Test
  void aLongNameAndTheLargestFileAreTaken() {
    String name = '"' + "й".repeat(200) + '"';
    String upperCase = '"' + SHA256.toUpperCase(Locale.ROOT) + '"';

    assertThat(create(asked(file(name, "5000000000", upperCase))).getStatusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"VIEWER", "OPERATOR"})
  void onlyAdministratorsMakeDeletions(Role role) {
    assertThat(gateway.as(role).body(asked(FILE)).post("/tasks").getStatusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "| body has to be a JSON object",
        "{`file`: 1} | kind is missing",
        "{`kind`: `imports`, `file`: FILE} | kind has to be one of deletion, import",
        "{`kind`: `deletion`} | file is missing",
        "{`kind`: `deletion`, `file`: []} | file has to be an object",
        "{`kind`: `deletion`, `file`: FILE, `dry-run`: true} | dry-run is unknown",
        "{`kind`: `deletion`, `file`: FILE, `dryRun`: `true`} | dryRun has to be true or false",
        "{`kind`: `deletion`, `file`: FILE, `dryRun`: null} | dryRun has to be true or false",
        "{`kind`: `deletion`, `file`: FILE, `dataset`: `secret`} | dataset has to be one of"
            + " customers",
        "{`kind`: `deletion`, `file`: FILE, `deletionType`: `secret`} | deletionType has to be one"
            + " of",
        "{`kind`: `deletion`, `file`: FILE, `identifier`: `cookie`} | identifier has to be one of"
            + " Maes",
        "{`kind`: `deletion`, `file`: FILE, `identifier`: 7} | identifier has to be a text",
        "{`kind`: `deletion`, `file`: FILE, `purpose`: `secret`} | purpose has to be one of"
            + " privacy_",
        "{`kind`: `deletion`, `file`: FILE, `encoding`: `secret`} | encoding has to be one of"
            + " UTF-8,",
        "{`kind`: `deletion`, `file`: FILE, `delimiter`: `.`} | delimiter has to be one of , ;",
        "{`kind`: `deletion`, `file`: FILE, `reason`: ` `} | reason has to be a text that is not",
        "{`kind`: `deletion`, `file`: FILE, `reason`: `LONG`} | reason is longer than 500"
            + " characters",
        "{`kind`: `deletion`, `file`: FILE, `description`: `LONG`} | description is longer than"
            + " 500",
        "{`kind`: `deletion`, `file`: {}} | file.name is missing",
        "{`kind`: `deletion`, `file`: {`name`: `a`, `bytes`: 1}} | file.sha256 is missing",
        "{`kind`: `deletion`, `file`: {`Name`: `a`}} | file.Name is unknown",
      })
  void whatIsWrongWithABodyIsNamed(String body, String problem) {
    String asked =
        (body == null ? "" : body)
            .replace('`', '"')
            .replace("FILE", FILE)
            .replace("LONG", "x".repeat(501));

    assertRefused(asked, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "' '", ".", "..", "a/b", "/a", "a\\\\b", "a\\u0000b", "a\\nb", "a\\u0085"})
  void aNameThatCanNotBeTheEndOfAKeyIsRefused(String name) {
    assertRefused(
        asked(file('"' + name + '"', "1", '"' + SHA256 + '"')), "file.name has to be 1 to");
  }

  @Test
  void aNameOfTwoHundredAndOneCharactersIsRefused() {
    String name = '"' + "x".repeat(201) + '"';
    assertRefused(asked(file(name, "1", '"' + SHA256 + '"')), "file.name has to be 1 to 200");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "1.5", "5000000001", "1E+99", "1E-99", "\"20\"", "null", "true"})
  void bytesAreAWholeNumberWithinTheLimits(String bytes) {
    assertRefused(
        asked(file("\"a.csv\"", bytes, '"' + SHA256 + '"')),
        "file.bytes has to be a whole number from 1 to 5000000000");
  }

  @ParameterizedTest
  @CsvSource({"''", "abc", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="})
  void aHashIsInHexadecimalDigits(String hash) {
    assertRefused(
        asked(file("\"a.csv\"", "1", '"' + hash + '"')), "file.sha256 has to be the SHA-256");
  }

  private void assertRefused(String body, String problem) {
    APIGatewayV2HTTPResponse response = create(body);

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody())
        .contains("/problems/invalid-body", problem)
        .doesNotContain("secret");
    assertThat(gateway.tasks.unsettled(Optional.empty(), 1)).isEmpty();
  }

  private APIGatewayV2HTTPResponse create(String body) {
    return gateway.body(body).post("/tasks");
  }

  private static String asked(String file) {
    return "{\"kind\": \"deletion\", \"file\": " + file + "}";
  }

  private static String file(String name, String bytes, String sha256) {
    return "{\"name\": %s, \"bytes\": %s, \"sha256\": %s}".formatted(name, bytes, sha256);
  }

  private Task task(APIGatewayV2HTTPResponse response) {
    return gateway.tasks.find(new TaskId(found("\"taskId\":\"(\\w+)\"", response))).orElseThrow();
  }

  private static URI link(APIGatewayV2HTTPResponse response) {
    return URI.create(found("\"url\":\"([^\"]+)\"", response));
  }

  private static String found(String pattern, APIGatewayV2HTTPResponse response) {
    Matcher matcher = Pattern.compile(pattern).matcher(response.getBody());
    assertThat(matcher.find()).as(response.getBody()).isTrue();
    return matcher.group(1);
  }
}
