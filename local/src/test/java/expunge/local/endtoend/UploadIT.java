package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.aws.AwsPorts;
import expunge.local.Eventually;
import expunge.local.Tool;
import expunge.local.UploadClient;
import expunge.local.command.TaskStatus;
import expunge.object.Sha256;
import expunge.object.Upload;
import expunge.run.SystemScheduler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that the API makes, from their first call to their end, with plain HTTP and with curl. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final byte[] CONTENT = file(List.of("nobody-1", "nobody-2"));

  private final Stack stack = Stack.start(Optional.empty(), 2);

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  void aDryRunHasTheBalanceOfTheRunAfterIt() {
    List<String> rows = Stack.keys("dry-", 1_200);
    stack.putProfiles(rows.subList(0, 900));
    rows = new ArrayList<>(rows);
    rows.addAll(List.of("dry-1", "dry-2", "\"a\nb\""));
    byte[] content = file(rows);

    TaskStatus dry = confirmed(made("\"dryRun\": true", content), content, 1_200);

    assertThat(dry.balance()).containsEntry("deleted", 900L).containsEntry("not_found", 300L);
    assertThat(dry.profilesDeleted()).isEqualTo(900);
    assertThat(stack.profiles()).containsKeys("dry-1", "dry-900");
    TaskStatus run = confirmed(made("\"dryRun\": false", content), content, 1_200);
    assertThat(run.balance()).isEqualTo(dry.balance());
    assertThat(run.state()).isEqualTo(dry.state()).isEqualTo("COMPLETED_WITH_ERRORS");
    assertThat(stack.profiles()).doesNotContainKeys("dry-1", "dry-900");
  }

  @Test
  void aTaskThatIsCancelledHalfWayCountsEveryRow() {
    byte[] content = file(Stack.keys("half-way-", 40_000));
    MadeTask task = made("\"reason\": \"to be cancelled\"", content);
    waiting(task, content);
    stack.post("/tasks/" + task.id() + "/confirm", "{\"rows\": 40000}");
    Eventually.within(PATIENCE, () -> status(task).done() > 0);

    assertThat(stack.post("/tasks/" + task.id() + "/cancel", "")).isEqualTo(202);

    TaskStatus ended = ended(task);
    assertThat(ended.state()).isEqualTo("CANCELLED");
    assertThat(ended.balance().get("cancelled")).isBetween(1_000L, 39_000L);
    assertThat(ended.balance().values().stream().mapToLong(rows -> rows).sum()).isEqualTo(40_000);
  }

  @Test
  void anotherFileKeyOrMethodIsRefusedAndThenTheRightOneIsTaken() {
    MadeTask task = made("\"purpose\": \"clean_up\"", CONTENT);
    byte[] other = file(List.of("nobody-1", "nobody-3"));
    byte[] shorter = file(List.of("nobody-1"));
    Map<String, String> withoutHash = new HashMap<>(task.headers());
    withoutHash.keySet().removeIf(name -> name.startsWith("x-amz-"));
    Map<String, String> withMore = new HashMap<>(task.headers());
    withMore.put("x-amz-meta-dataset", "other");
    URI elsewhere = URI.create(task.url().toString().replace(task.id().value(), "0".repeat(26)));

    assertRefused(UploadClient.put(task.url(), task.headers(), other), 400);
    assertRefused(UploadClient.put(task.url(), task.headers(), shorter), 403);
    assertRefused(UploadClient.put(task.url(), withoutHash, CONTENT), 403);
    assertRefused(UploadClient.put(task.url(), Map.of(), CONTENT), 403);
    assertRefused(UploadClient.put(task.url(), withMore, CONTENT), 403);
    assertRefused(UploadClient.put(elsewhere, task.headers(), CONTENT), 403);
    assertRefused(UploadClient.send(HttpRequest.newBuilder(task.url()).build()), 403);
    assertRefused(UploadClient.send(HttpRequest.newBuilder(task.url()).DELETE().build()), 403);
    assertThat(status(task).state()).isEqualTo("PENDING_UPLOAD");

    waiting(task, CONTENT);
    assertRefused(UploadClient.put(task.url(), task.headers(), CONTENT), 412);
    assertThat(status(task).state()).isEqualTo("AWAITING_CONFIRMATION");
  }

  @Test
  void aLinkEndsWithItsTime() {
    String key = "uploads/" + UUID.randomUUID() + "/late.csv";
    Upload upload =
        new AwsPorts(stack.system().clients(), new SystemScheduler())
            .objectStore(stack.system().settings().bucket())
            .uploadTo(key, CONTENT.length, Sha256.of(CONTENT), Duration.ofSeconds(1));
    Instant over = upload.expiresAt().plusSeconds(1);
    Eventually.within(PATIENCE, () -> Instant.now().isAfter(over));

    HttpResponse<String> response = UploadClient.put(upload.url(), upload.headers(), CONTENT);

    assertRefused(response, 403);
    assertThat(response.body()).contains("Request has expired");
  }

  @Test
  void theSameCallTwiceAtOnceMakesOneTask() {
    String body = body("\"description\": \"once\"", CONTENT);
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

    List<HttpResponse<String>> answers =
        new SystemScheduler()
            .runAll(
                List.of(
                    () -> stack.posted("/tasks", body, key),
                    () -> stack.posted("/tasks", body, key)),
                2);

    assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
    assertThat(answers.stream().map(answer -> Stack.made(answer).id()).distinct()).hasSize(1);
    assertThat(stack.posted("/tasks", body + " ", key).statusCode()).isEqualTo(422);
  }

  @Test
  void curlAloneUploadsWhatTheAnswerSays(@TempDir Path folder) throws IOException {
    Tool curl = Tool.required(List.of("curl"), "apt-get install curl", "--version");
    MadeTask task = made("\"description\": \"by curl\"", CONTENT);
    Path file = Files.write(folder.resolve("a.csv"), CONTENT);
    List<String> arguments =
        new ArrayList<>(List.of("-sS", "--fail-with-body", "-T", file.toString()));
    task.headers().forEach((name, value) -> arguments.addAll(List.of("-H", name + ": " + value)));
    arguments.add(task.url().toString());

    Tool.Result first = curl.run("", arguments.toArray(String[]::new));
    Tool.Result second = curl.run("", arguments.toArray(String[]::new));

    assertThat(first.exitValue()).as(first.output() + first.errors()).isZero();
    assertThat(second.exitValue()).isNotZero();
    assertThat(second.output()).contains("PreconditionFailed");
    Eventually.within(PATIENCE, () -> status(task).state().equals("AWAITING_CONFIRMATION"));
  }

  private static void assertRefused(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
  }

  private MadeTask made(String member, byte[] content) {
    HttpResponse<String> response = stack.posted("/tasks", body(member, content), Map.of());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return Stack.made(response);
  }

  private static String body(String member, byte[] content) {
    return Stack.taskBody("sp ring+%41.csv", content).replaceFirst("\\{", "{" + member + ", ");
  }

  private TaskStatus confirmed(MadeTask task, byte[] content, int rows) {
    waiting(task, content);
    String confirm = "/tasks/" + task.id() + "/confirm";
    assertThat(stack.post(confirm, "{\"rows\": " + rows + "}")).isEqualTo(202);
    return ended(task);
  }

  private void waiting(MadeTask task, byte[] content) {
    HttpResponse<String> answer = UploadClient.put(task.url(), task.headers(), content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    Eventually.within(PATIENCE, () -> status(task).state().equals("AWAITING_CONFIRMATION"));
  }

  private TaskStatus ended(MadeTask task) {
    Eventually.within(PATIENCE, () -> status(task).hasEnded());
    return status(task);
  }

  private TaskStatus status(MadeTask task) {
    return stack.task(task.id().value());
  }

  private static byte[] file(List<String> rows) {
    String text = "MaestraId\n" + String.join("\n", rows) + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
