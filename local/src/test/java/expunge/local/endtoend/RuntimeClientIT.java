package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.access.Role;
import expunge.local.command.TaskStatus;
import expunge.local.lambda.Answer;
import expunge.local.lambda.Artifact;
import expunge.local.lambda.DeployedFunction;
import expunge.local.lambda.FunctionProcess;
import expunge.local.lambda.FunctionProcess.Initialization;
import expunge.local.lambda.SampleEvent;
import expunge.task.TaskId;
import io.avaje.json.mapper.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
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

  private static final String POISON = "8d1e0864-074d-420d-895a-6b8c8e167658";

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
      SampleEvent put = event("file-intake/put.json").inBucket(BUCKET).ofVersion(version);
      SampleEvent bells = event("deletion-worker/batch-with-poison.json").ofTask(task);
      SampleEvent status = event("http-api/task-status.json").ofTask(task).withKey(viewer());
      assertThat(intake.invoke(put.json())).isEqualTo(new Answer.Reply("null"));
      Map<String, Object> faults = reply(worker, bells);
      Map<String, Object> shown = reply(api, status);

      assertThat(faults)
          .containsOnly(Map.entry("batchItemFailures", List.of(Map.of("itemIdentifier", POISON))));
      TaskStatus ended = new TaskStatus(JSON.fromJsonObject(String.valueOf(shown.get("body"))));
      assertThat(ended.state()).isEqualTo("COMPLETED");
      assertThat(ended.balance()).containsEntry("deleted", 2L).containsEntry("not_found", 1L);
      assertThat(stack.profiles()).containsOnlyKeys("stays");
      assertThat(intake.log() + worker.log() + api.log())
          .contains("TaskStarted", "TaskFinished")
          .doesNotContain("person-");
    }
  }

  @Test
  void housekeepingRunsARoundAndAnswersDeadLetters() throws IOException {
    try (FunctionProcess housekeeping = start(DeployedFunction.HOUSEKEEPING)) {
      SampleEvent dead = event("housekeeping/dead-letters.json");
      assertThat(reply(housekeeping, event("housekeeping/round.json")))
          .containsOnly(Map.entry("batchItemFailures", List.of()));
      assertThat(reply(housekeeping, dead)).containsOnly(Map.entry("batchItemFailures", List.of()));
      assertThat(housekeeping.log()).contains("HousekeepingDone", "UnknownTask", "PoisonMessage");
    }
  }

  @Test
  void theApiAnswersEverybodyItsHealthAndOthersWithAKeyAlone() throws IOException {
    try (FunctionProcess api = start(DeployedFunction.HTTP_API)) {
      SampleEvent health = event("http-api/health.json");
      SampleEvent nobody = event("http-api/tasks-without-key.json");
      SampleEvent stranger = event("http-api/tasks-with-key.json");
      assertThat(reply(api, health)).containsEntry("statusCode", 200L);
      assertThat(reply(api, nobody)).containsEntry("statusCode", 401L);
      assertThat(reply(api, stranger)).containsEntry("statusCode", 401L);
      assertThat(reply(api, stranger.withKey(viewer()))).containsEntry("statusCode", 200L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProcessThatIsToldOfItsRestoreLogsIt(DeployedFunction function) throws IOException {
    try (FunctionProcess process = start(function)) {
      assertThat(process.started()).isEqualTo(new Answer.Reply(""));
      assertThat(process.log()).containsOnlyOnce("\"event\":\"Restored\"");
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
    return stack.system().settings().keys().text(Role.VIEWER);
  }

  private static SampleEvent event(String name) throws IOException {
    return SampleEvent.read(ROOT, name);
  }

  private static Map<String, Object> reply(FunctionProcess process, SampleEvent event) {
    Answer answer = process.invoke(event.json());
    assertThat(answer).isInstanceOf(Answer.Reply.class);
    return JSON.fromJsonObject(((Answer.Reply) answer).json());
  }
}
