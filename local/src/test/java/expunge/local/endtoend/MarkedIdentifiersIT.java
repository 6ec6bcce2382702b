package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.access.Role;
import expunge.local.events.Pipe;
import expunge.local.events.StreamRecords;
import expunge.local.system.TableItems;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * 1,000 identifiers that can be told from everything else are sent down every path that takes one,
 * and many that take none; so are keys. Then whatever was written is searched for them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarkedIdentifiersIT {
  private static final String MARK = "mkq7x";
  private static final int IDENTIFIERS = 1_000;
  private static final String REFUSED = MARK + "-refused@example.com";
  private static final List<String> GETS =
      List.of(
          "/%s",
          "/tasks/%s",
          "/tasks/%s/report",
          "/tasks?nextToken=%s",
          "/tasks?state=%s",
          "/tasks?%s=1",
          "/template.csv?identifier=%s",
          "/columns?dataset=%s");
  private static final List<String> POSTS =
      List.of(
          "/tasks",
          "/profiles/find",
          "/profiles/delete",
          "/api/v1/customers/delete",
          "/suppressions/check",
          "/suppressions/lift",
          "/targets/preview",
          "/targets/deletions",
          "/keys");
  private static final List<String> BODIES =
      List.of(
          "%s",
          "{\"%s\": 1}",
          "{\"dataset\": \"%s\"}",
          "{\"kind\": \"%s\", \"file\": {\"%1$s\": 1, \"sha256\": \"%1$s\"}}",
          "{\"identifier\": {\"kind\": \"%s\", \"value\": \"%1$s\"}}",
          "{\"identifier\": \"%s\", \"values\": [\"%1$s\"], \"nextToken\": \"%1$s\"}",
          "{\"keys\": [\"%s\"], \"confirmed\": \"%1$s\"}",
          "{\"email\": 7, \"customer_id\": \"%s\", \"%1$s\": true}",
          "{\"email\": \"%s@example.com\", \"cookie\": \"%1$s\", \"device_id\": \"%1$s\"}",
          "{\"criterion\": {\"attribute\": \"email\", \"equals\": \"%s@example.com\"}}",
          "{\"criterion\": {\"attribute\": \"phone\", \"in\": [\"%s\", \"%1$s\"]}}",
          "{\"criterion\": {\"all\": [{\"attribute\": \"%s\", \"%1$s\": \"%1$s\"}, \"%1$s\"]}}",
          "{\"criterion\": {\"attribute\": \"%s\", \"since\": \"%1$s\", \"as\": \"%1$s\"}}",
          "{\"label\": \"a b %s\", \"role\": \"%1$s\"}");

  private final Overheard overheard = new Overheard(REFUSED);
  private final Stack stack = Stack.declaringAll(overheard::clients);
  private final List<HttpResponse<String>> answers = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private int used;

  @BeforeAll
  void sendThem() {
    StreamRecords.begin(stack.system().clients().dynamoDb(), "expunge-tasks");
    for (Role role : Role.values()) {
      keys.add(stack.system().settings().keys().text(role));
    }
    keys.add(newKey());
    stack.putProfiles(IntStream.range(0, 300).mapToObj(MarkedIdentifiersIT::id).toList());
    new LinkedData(stack.system().clients().dynamoDb()).put(MARK + "-linked");
    sendInFiles();
    sendInPaths();
    sendInBodies();
    sendInHeaders();
    deleteSome();
    assertThat(used).isGreaterThanOrEqualTo(IDENTIFIERS);
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  private static String id(int number) {
    return MARK + "-" + number;
  }

  private String next() {
    return id(used++);
  }

  /** One that is made by a call; its answer is the one place that shows it. */
  private String newKey() {
    String body = "{\"label\": \"marked\", \"role\": \"administrator\"}";
    String answer = stack.posted("/keys", body, Map.of()).body();
    return answer.replaceFirst(".*\"key\":\"([^\"]+)\".*", "$1");
  }

  /** Found and not found, repeated and broken, by key and by email, in files that are refused. */
  private void sendInFiles() {
    String rows = Stream.generate(this::next).limit(500).collect(Collectors.joining("\n"));
    String broken = MARK + "-\u200b1\n\"" + MARK + ",\"\n" + id(1) + "\n";
    stack.ended(stack.drop("mixed.csv", "MaestraId\n" + rows + "\n" + broken));
    stack.ended(stack.drop("email.csv", "email\n" + MARK + "-linked@example.com\n"));
    stack.ended(stack.drop("headless.csv", next() + "\n" + next() + "\n"));
    stack.ended(stack.drop("open.csv", "MaestraId\n\"" + next() + "\n"));
    stack.ended(stack.drop("two.csv", "MaestraId,email\n" + next() + "," + next() + "\n"));
    String unseen = Stream.generate(this::next).limit(100).collect(Collectors.joining("\u200b\n"));
    stack.ended(stack.drop("unseen.csv", "MaestraId\n" + unseen + "\n"));
  }

  private void sendInPaths() {
    for (String path : GETS) {
      call("GET", path.formatted(next()), "");
    }
    for (String action : List.of("confirm", "pause", "resume", "cancel", "retry")) {
      call("POST", "/tasks/" + next() + "/" + action, "{\"rows\": \"" + next() + "\"}");
    }
    call("DELETE", "/profiles/customers/" + next(), "");
    call("DELETE", "/profiles/" + next() + "/" + next(), "");
    call("DELETE", "/keys/" + next(), "");
    call("PUT", "/tasks/" + next(), next());
  }

  private void sendInBodies() {
    for (String path : POSTS) {
      for (String body : BODIES) {
        for (int i = 0; i < 4; i++) {
          call("POST", path, body.formatted(next()));
        }
      }
    }
    String refused = "{\"identifier\": {\"kind\": \"email\", \"value\": \"" + REFUSED + "\"}}";
    assertThat(call("POST", "/profiles/find", refused).statusCode()).isEqualTo(500);
    String customer = "{\"email\": \"" + REFUSED + "\"}";
    assertThat(call("POST", "/api/v1/customers/delete", customer).statusCode()).isEqualTo(500);
    String many =
        Stream.generate(this::next).limit(21).collect(Collectors.joining("\", \"", "\"", "\""));
    call("POST", "/profiles/delete", "{\"confirmed\": true, \"keys\": [" + many + "]}");
  }

  private void sendInHeaders() {
    answers.add(stack.call("GET", "/tasks", next(), ""));
    for (String body : List.of("{\"kind\": \"%s\"}", "{\"keys\": [\"%s\"], \"confirmed\": true}")) {
      for (String path : List.of("/tasks", "/profiles/delete")) {
        Map<String, String> key = Map.of("Idempotency-Key", next());
        answers.add(stack.posted(path, body.formatted(next()), key));
      }
    }
    for (String key : keys) {
      answers.add(stack.call("GET", "/tasks/" + key, key, ""));
      answers.add(stack.call("POST", "/profiles/find", key, "{\"" + key + "\": \"" + key + "\"}"));
      answers.add(stack.call("DELETE", "/keys/" + key, key, key));
    }
  }

  private void deleteSome() {
    for (int i = 0; i < 3; i++) {
      call("POST", "/profiles/delete", "{\"confirmed\": true, \"keys\": [\"" + next() + "\"]}");
    }
    while (used < IDENTIFIERS) {
      call("POST", "/suppressions/check", "{\"values\": [\"" + next() + "\", \"" + next() + "\"]}");
    }
  }

  private HttpResponse<String> call(String method, String path, String body) {
    answers.add(stack.call(method, path, keys.getLast(), body));
    return answers.getLast();
  }

  /** The marks and the keys. */
  private boolean isSilent(String written) {
    return !written.contains(MARK) && keys.stream().noneMatch(written::contains);
  }

  @Test
  void noErrorAndNoHeaderNamesOne() {
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.headers().map().toString()).matches(this::isSilent);
              if (answer.statusCode() >= 400) {
                assertThat(answer.body()).matches(this::isSilent);
              }
            });
    assertThat(answers.stream().filter(answer -> answer.statusCode() >= 400).count())
        .isGreaterThan(200);
  }

  @Test
  void noLogNamesOne() {
    String written = stack.logged();
    assertThat(written).contains("TaskStarted", "TaskRejected", "\"Fault\"");
    assertThat(isSilent(written)).isTrue();
  }

  @Test
  void noMessageNamesOne() {
    assertThat(overheard.messages()).hasSizeGreaterThan(5).allMatch(this::isSilent);
  }

  @Test
  void noEventNamesOne() {
    List<String> events =
        Pipe.ofTemplate()
            .events(StreamRecords.all(stack.system().clients().dynamoDb(), "expunge-tasks"));
    assertThat(events)
        .allMatch(this::isSilent)
        .anyMatch(event -> event.contains("/COMPLETED_WITH_ERRORS\""))
        .anyMatch(event -> event.contains("/REJECTED\""));
  }

  @Test
  void noRecordNamesOne() {
    for (String table : List.of("expunge-tasks", "expunge-access", "customers-suppressed")) {
      assertThat(TableItems.all(stack.system().clients().dynamoDb(), table))
          .as(table)
          .isNotEmpty()
          .allMatch(item -> isSilent(item.toString()));
    }
  }
}
