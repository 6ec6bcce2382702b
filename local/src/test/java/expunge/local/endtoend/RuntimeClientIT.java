package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.access.Role;
import expunge.local.command.TaskStatus;
import expunge.local.lambda.Answer;
import expunge.local.lambda.Artifact;
import expunge.local.lambda.DeployedFunction;
import expunge.local.lambda.FunctionProcess;
import expunge.local.lambda.FunctionProcess.Initialization;
import expunge.task.TaskId;
import io.avaje.json.mapper.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The artifacts under Lambda's own runtime client. They work in a bucket that no function of the
 * stack listens to.
 */
@EnabledOnOs(OS.LINUX)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuntimeClientIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path ROOT = Path.of(System.getProperty("expunge.root", "."));
  private static final String BUCKET = "files-of-artifacts";
  private static final String KEY = "drop/customers/spring clean+up.csv";

  private final Map<DeployedFunction, Artifact> artifacts = new EnumMap<>(DeployedFunction.class);
  private final Stack stack = Stack.start(Optional.empty(), 0);

  @BeforeAll
  void unpack(@TempDir Path folder) throws IOException {
    for (DeployedFunction function : DeployedFunction.values()) {
      artifacts.put(function, Artifact.unpack(function, ROOT, folder.resolve(function.module())));
    }
    var s3 = stack.system().clients().s3();
    s3.createBucket(r -> r.bucket(BUCKET));
    s3.putBucketVersioning(r -> r.bucket(BUCKET).versioningConfiguration(v -> v.status("Enabled")));
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  void whatAFileListsIsDeletedByTheArtifactsAlone() throws IOException {
    stack.putProfiles(List.of("person-1", "person-2", "stays"));
    String version = upload("MaestraId\nperson-1\nperson-2\nperson-3\n");
    String task = TaskId.derivedFrom(BUCKET, KEY, version).toString();

    try (FunctionProcess intake = start(DeployedFunction.FILE_INTAKE);
        FunctionProcess worker = start(DeployedFunction.DELETION_WORKER);
        FunctionProcess api = start(DeployedFunction.HTTP_API)) {
      assertThat(intake.invoke(put(version))).isEqualTo(new Answer.Reply("null"));
      Map<String, Object> faults = reply(worker.invoke(bells(task)));
      Map<String, Object> shown = reply(api.invoke(call("/tasks/" + task, viewer())));

      assertThat(faults)
          .containsOnly(
              Map.entry("batchItemFailures", List.of(Map.of("itemIdentifier", "poison"))));
      TaskStatus status = new TaskStatus(JSON.fromJsonObject(String.valueOf(shown.get("body"))));
      assertThat(status.state()).isEqualTo("COMPLETED");
      assertThat(status.balance()).containsEntry("deleted", 2L).containsEntry("not_found", 1L);
      assertThat(stack.profiles()).containsOnlyKeys("stays");
      assertThat(intake.log() + worker.log() + api.log())
          .contains("TaskStarted", "TaskFinished")
          .doesNotContain("person-");
    }
  }

  @Test
  void theApiAnswersEverybodyItsHealthAndOthersWithAKeyAlone() throws IOException {
    try (FunctionProcess api = start(DeployedFunction.HTTP_API)) {
      assertThat(reply(api.invoke(call("/health", "")))).containsEntry("statusCode", 200L);
      assertThat(reply(api.invoke(call("/tasks", "")))).containsEntry("statusCode", 401L);
      assertThat(reply(api.invoke(call("/tasks", viewer())))).containsEntry("statusCode", 200L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void allThatIsWrongWithTheEnvironmentIsToldAtTheStart(DeployedFunction function)
      throws IOException {
    Map<String, String> environment = environment();
    environment.remove("EXPUNGE_TASKS_TABLE");
    environment.put("EXPUNGE_DATASETS", "{}");

    try (FunctionProcess process = start(function, environment)) {
      assertThat(process.started())
          .isInstanceOfSatisfying(
              Answer.Failure.class,
              failure ->
                  assertThat(failure.json())
                      .contains("EXPUNGE_TASKS_TABLE: missing", "EXPUNGE_DATASETS: "));
    }
  }

  private FunctionProcess start(DeployedFunction function) throws IOException {
    return start(function, environment());
  }

  private FunctionProcess start(DeployedFunction function, Map<String, String> environment)
      throws IOException {
    Path log = ROOT.resolve("local/target/lambda-" + function.module() + ".log");
    Artifact artifact = Objects.requireNonNull(artifacts.get(function));
    return FunctionProcess.start(ROOT, artifact, Initialization.SNAP_START, environment, log);
  }

  private Map<String, String> environment() {
    Map<String, String> environment =
        new HashMap<>(stack.system().settings().functionEnvironment());
    environment.put("EXPUNGE_BUCKET", BUCKET);
    environment.put("EXPUNGE_BATCH_ROWS", "2");
    return environment;
  }

  /** Returns the version. */
  private String upload(String content) {
    return stack
        .system()
        .clients()
        .s3()
        .putObject(r -> r.bucket(BUCKET).key(KEY), RequestBody.fromString(content))
        .versionId();
  }

  private String viewer() {
    byte[] key =
        (stack.system().settings().keys().text(Role.VIEWER) + ":").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(key);
  }

  private static Map<String, Object> reply(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Reply.class);
    return JSON.fromJsonObject(((Answer.Reply) answer).json());
  }

  private static String put(String version) {
    return """
    {"Records": [{
      "eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "us-east-1",
      "eventTime": "2026-11-20T09:30:15.104Z", "eventName": "ObjectCreated:Put",
      "s3": {
        "s3SchemaVersion": "1.0",
        "bucket": {"name": "%s"},
        "object": {"key": "drop/customers/spring+clean%%2Bup.csv", "versionId": "%s"}}}]}
    """
        .formatted(BUCKET, version);
  }

  /** Bells for both batches and for the task, and between them a message that is none. */
  private static String bells(String task) {
    return """
    {"Records": [
      {"messageId": "1", "body": "{\\"version\\":1,\\"taskId\\":\\"%1$s\\",\\"batch\\":1}"},
      {"messageId": "poison", "body": "please delete everything"},
      {"messageId": "2", "body": "{\\"version\\":1,\\"taskId\\":\\"%1$s\\",\\"batch\\":2}"},
      {"messageId": "3", "body": "{\\"version\\":1,\\"taskId\\":\\"%1$s\\"}"}]}
    """
        .formatted(task);
  }

  private static String call(String path, String authorization) {
    return """
    {"version": "2.0", "routeKey": "$default", "rawPath": "%s", "rawQueryString": "",
     "headers": {"accept": "*/*", "authorization": "%s"},
     "requestContext": {"http": {"method": "GET", "path": "%s", "protocol": "HTTP/1.1"}},
     "isBase64Encoded": false}
    """
        .formatted(path, authorization, path);
  }
}
