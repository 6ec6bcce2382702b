package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.aws.AwsClients;
import expunge.fileintake.FileIntakeFunction;
import expunge.local.command.TaskStatus;
import expunge.local.function.FunctionContext;
import expunge.local.function.S3Trigger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a dropped file does, whatever the backend. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FileDeletionSuite extends TaskLifeSuite {
  private final Stack stack = stack();

  @Test
  void everyRowGetsItsOutcomeAndNoOtherProfileIsTouched() {
    List<String> listed = Stack.keys("every-", 1_100);
    List<String> others = Stack.keys("other-", 50);
    stack.putProfiles(listed);
    stack.putProfiles(others);
    List<String> rows = new ArrayList<>(listed);
    rows.addAll(Stack.keys("unknown-", 40));
    rows.addAll(Stack.keys("every-", 7));
    rows.add("\"a\nb\"");

    String key = stack.drop("every row + all.csv", "MaestraId\n" + String.join("\n", rows));
    TaskStatus task = stack.ended(key);

    assertThat(task.state()).isEqualTo("COMPLETED_WITH_ERRORS");
    assertThat(task.balance())
        .containsEntry("deleted", 1_100L)
        .containsEntry("not_found", 40L)
        .containsEntry("duplicate", 7L)
        .containsEntry("invalid", 1L);
    assertThat(task.done()).isEqualTo(task.rows()).isEqualTo(1_148);
    assertThat(task.profilesDeleted()).isEqualTo(1_100);
    assertThat(stack.profiles()).doesNotContainKeys(listed.toArray(String[]::new));
    var left = stack.profiles();
    assertThat(others)
        .allSatisfy(other -> assertThat(left).containsEntry(other, Stack.profile(other)));
    assertReportIsInOrder(stack.report(task.id()));
  }

  @Test
  void theSameEventTwiceAtOnceAndAfterTheEndChangesNothing() {
    List<String> listed = Stack.keys("twice-", 30);
    stack.putProfiles(listed);
    String key = stack.drop("twice.csv", "MaestraId\n" + String.join("\n", listed));

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() -> deliver(key));
      threads.execute(() -> deliver(key));
    }
    TaskStatus task = stack.ended(key);
    stack.putProfiles(List.of("twice-1"));
    deliver(key);

    assertThat(stack.task(task.id())).isEqualTo(task);
    assertThat(task.balance()).containsEntry("deleted", 30L);
    assertThat(stack.profiles()).containsKey("twice-1");
  }

  @Test
  void aFileInAnotherEncodingIsReadAsDeclared() {
    stack.putProfiles(List.of("łódź", "Жанна"));

    String key =
        stack.drop(
            "encoded.csv",
            "id;MaestraId\r\n1;Жанна\r\n2;łódź\r\n".getBytes(StandardCharsets.UTF_16LE),
            Map.of("encoding", "UTF-16LE", "description", "two names"));
    TaskStatus task = stack.ended(key);

    assertThat(task.balance()).containsEntry("deleted", 2L);
    assertThat(task.json()).containsEntry("description", "two names");
  }

  @Test
  void aRejectedFileDeletesNothingAndSaysWhy() {
    stack.putProfiles(List.of("kept-1"));

    String key = stack.drop("rejected.csv", "customer\nkept-1\n");
    TaskStatus task = stack.ended(key);

    assertThat(task.state()).isEqualTo("REJECTED");
    assertThat(String.valueOf(task.json().get("problem"))).contains("wrong-header", "MaestraId");
    assertThat(stack.profiles()).containsKey("kept-1");
  }

  private void deliver(String key) {
    var settings = stack.system().settings();
    String version =
        stack
            .system()
            .clients()
            .s3()
            .headObject(r -> r.bucket(settings.bucket()).key(key))
            .versionId();
    deliver(key, Optional.of(version));
  }

  /** Delivers the event of an object once more, as S3 may. */
  final void deliver(String key, Optional<String> version) {
    var settings = stack.system().settings();
    String json =
        """
        {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3",
          "eventName": "ObjectCreated:Put", "eventTime": "2026-01-01T00:00:00.000Z",
          "s3": {"bucket": {"name": "%s"}, "object": {"key": "%s"%s}}}]}
        """
            .formatted(
                settings.bucket(),
                key,
                version.map(id -> ", \"versionId\": \"" + id + "\"").orElse(""));
    try (AwsClients clients = stack.clients("file-intake")) {
      new S3Trigger(
              new FileIntakeFunction(settings.functionEnvironment(), clients, System.err),
              new FunctionContext("again", Duration.ofMinutes(1), Clock.systemUTC(), _ -> {}))
          .accept(json);
    }
  }

  private static void assertReportIsInOrder(List<String> report) {
    assertThat(report.getFirst()).isEqualTo("line,identifier,outcome,profiles,reason");
    assertThat(report.get(1)).isEqualTo("2,every-1,deleted,1,");
    assertThat(report.get(1_101)).isEqualTo("1102,unknown-1,not_found,0,");
    assertThat(report.get(1_141)).isEqualTo("1142,every-1,duplicate,0,same identifier as line 2");
    assertThat(report.get(1_148)).isEqualTo("1149,\"a");
  }
}
