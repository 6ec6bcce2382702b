package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.file.FileOptions;
import expunge.file.Layout;
import expunge.file.Problem;
import expunge.file.TextEncoding;
import expunge.simulator.Samples;
import expunge.task.Accepted;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskStatusTest {
  private static final Balance ALL_DELETED = Balance.EMPTY.plus(Outcome.DELETED, 5);

  private final Gateway gateway = new Gateway().as(Role.VIEWER);

  @Test
  void aTaskWhoseFileIsBeingReadShowsWhatIsKnownAndLeavesTheRestOut() {
    Task task = gateway.tasks.create(Samples.staging("drop/customers/My file.csv"));

    APIGatewayV2HTTPResponse response = status(task);

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getHeaders())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Retry-After", "2")
        .containsEntry("Cache-Control", "no-store");
    assertThat(response.getBody())
        .isEqualTo(
            """
            {"taskId":"%1$s","kind":"deletion","dataset":"customers","deletionType":"complete",\
            "state":"STAGING","dryRun":false,"file":{"name":"My file.csv","bytes":0},\
            "progress":{"done":0,"percent":0},"balance":{"deleted":0,"not_found":0,"duplicate":0,\
            "invalid":0,"ambiguous":0,"protected":0,"failed":0,"cancelled":0},"profilesDeleted":0,\
            "createdAt":"2026-01-01T00:00:00Z",\
            "links":{"self":"/tasks/%1$s","cancel":"/tasks/%1$s/cancel"}}\
            """
                .formatted(task.id()));
  }

  @Test
  void aFinishedTaskShowsEverythingAndTheWayToItsReport() {
    Task task = describedTaskThatHasStarted();
    gateway.scheduler.advance(Duration.ofSeconds(4));
    gateway.commit(task, 1, ALL_DELETED, 5);
    Balance mixed = Balance.EMPTY.plus(Outcome.NOT_FOUND, 3).plus(Outcome.INVALID, 2);
    gateway.commit(task, 2, mixed, 0);
    finish(task, TaskState.COMPLETED_WITH_ERRORS);
    gateway.scheduler.advance(Duration.ofDays(1));

    APIGatewayV2HTTPResponse response = status(task);

    assertThat(response.getHeaders()).doesNotContainKey("Retry-After");
    assertThat(response.getBody())
        .isEqualTo(
            """
            {"taskId":"%1$s","kind":"deletion","dataset":"customers","deletionType":"complete",\
            "state":"COMPLETED_WITH_ERRORS","dryRun":false,"description":"a \\"quoted\\" one",\
            "reason":"closed accounts","purpose":"clean_up","requestedBy":"desk",\
            "file":{"name":"a.csv","bytes":0,"rows":10,"rowsToDelete":8,\
            "ignoredColumns":["name","city"]},\
            "progress":{"rows":10,"done":10,"percent":100,"rowsPerSecond":3},\
            "balance":{"deleted":5,"not_found":3,"duplicate":0,"invalid":2,"ambiguous":0,\
            "protected":0,"failed":0,"cancelled":0},"profilesDeleted":5,\
            "createdAt":"2026-01-01T00:00:00Z","startedAt":"2026-01-01T00:00:00Z",\
            "finishedAt":"2026-01-01T00:00:04Z",\
            "links":{"self":"/tasks/%1$s","report":"/tasks/%1$s/report"}}\
            """
                .formatted(task.id()));
  }

  @Test
  void aRunningTaskTellsItsSpeedAndTheTimeLeft() {
    Task task = gateway.running("drop/a.csv", 3, 5);
    gateway.scheduler.advance(Duration.ofSeconds(10));
    gateway.commit(task, 1, ALL_DELETED, 5);

    assertThat(status(task).getBody())
        .contains(
            """
            "progress":{"rows":15,"done":5,"percent":33,"rowsPerSecond":1,"secondsLeft":20}\
            """);
  }

  @Test
  void aTaskThatHasJustStartedTellsNoSpeed() {
    Task task = gateway.running("drop/a.csv", 3, 5);
    String nothingDone = "\"progress\":{\"rows\":15,\"done\":0,\"percent\":0}";

    assertThat(status(task).getBody()).contains(nothingDone);
    gateway.scheduler.advance(Duration.ofSeconds(10));
    assertThat(status(task).getBody()).contains(nothingDone);
  }

  @Test
  void aClockThatIsBehindTellsNoSpeed() {
    Task task = gateway.running("drop/a.csv", 3, 5);
    gateway.commit(task, 1, ALL_DELETED, 5);
    gateway.scheduler.advance(Duration.ofSeconds(-1));

    assertThat(status(task).getBody())
        .contains("\"progress\":{\"rows\":15,\"done\":5,\"percent\":33}");
  }

  @Test
  void aPausedTaskTellsNoSpeed() {
    Task task = gateway.running("drop/a.csv", 3, 5);
    gateway.scheduler.advance(Duration.ofSeconds(10));
    gateway.commit(task, 1, ALL_DELETED, 5);
    gateway.tasks.move(
        task.id(), Set.of(TaskState.RUNNING), TaskState.PAUSED, gateway.scheduler.now());

    assertThat(status(task).getBody())
        .contains("\"progress\":{\"rows\":15,\"done\":5,\"percent\":33}");
  }

  @Test
  void percentIs100OnlyWhenEveryRowHasItsOutcome() {
    Task task = gateway.running("drop/a.csv", 2, 500);
    gateway.commit(task, 1, Balance.EMPTY.plus(Outcome.DELETED, 500), 500);
    gateway.commit(task, 2, Balance.EMPTY.plus(Outcome.DELETED, 499), 499);
    assertThat(status(task).getBody()).contains("\"done\":999,\"percent\":99");
  }

  @Test
  void aRejectedTaskShowsTheProblemAndNoReport() {
    Task task = gateway.tasks.create(Samples.staging("drop/a.csv"));
    Problem problem =
        new Problem(
            "wrong-header",
            "Wrong header",
            "The header is not MaestraId.",
            "Start from the template.",
            Optional.of(1),
            Optional.of(2),
            Optional.of(3L));
    gateway.tasks.reject(task.id(), problem, gateway.scheduler.now());

    APIGatewayV2HTTPResponse response = status(task);

    assertThat(response.getHeaders()).doesNotContainKey("Retry-After");
    assertThat(response.getBody())
        .contains(
            """
            "problem":{"type":"wrong-header","title":"Wrong header",\
            "detail":"The header is not MaestraId.","remedy":"Start from the template.",\
            "line":1,"column":2,"position":3}\
            """)
        .contains("\"links\":{\"self\":\"/tasks/" + task.id() + "\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000000000000000000000",
        "short",
        "0000000000000000000000000A",
        "00000000000000000000000000%20",
        "..",
        "jane@example.com"
      })
  void anUnknownOrMalformedIdIsNotFoundAndNotQuoted(String id) {
    for (String path : List.of("/tasks/" + id, "/tasks/" + id + "/report")) {
      APIGatewayV2HTTPResponse response = gateway.as(Role.OPERATOR).get(path);

      assertThat(response.getStatusCode()).isEqualTo(404);
      assertThat(response.getBody())
          .isEqualTo(
              """
              {"type":"/problems/unknown-task","title":"No such task","status":404,\
              "detail":"There is no task of this id, or it ended so long ago that its record has \
              expired."}\
              """);
    }
  }

  private APIGatewayV2HTTPResponse status(Task task) {
    return gateway.get("/tasks/" + task.id());
  }

  private void finish(Task task, TaskState to) {
    gateway.tasks.move(
        task.id(), Set.of(TaskState.RUNNING), TaskState.FINISHING, gateway.scheduler.now());
    gateway.tasks.finish(task.id(), to, gateway.scheduler.now());
  }

  private Task describedTaskThatHasStarted() {
    Request request =
        new Request(
            TaskKind.DELETION,
            "customers",
            "complete",
            FileOptions.none(),
            Optional.of("a \"quoted\" one"),
            Optional.of("closed accounts"),
            Optional.of("clean_up"),
            Optional.of("desk"),
            false,
            false,
            new Origin.Sent());
    Task plain = Samples.staging("drop/a.csv");
    TaskId id = plain.id();
    Layout layout =
        new Layout(TextEncoding.UTF_8, 10, 2, ',', List.of("MaestraId", "name", "city"), 0);
    Task task =
        gateway.tasks.create(
            Task.staging(id, request, plain.file(), plain.slicing(), plain.createdAt()));
    gateway.tasks.addBatches(id, Samples.batches(2, 5));
    gateway.tasks.accept(
        id,
        new Accepted(layout, 10, 8, 2),
        TaskState.RUNNING,
        Optional.empty(),
        gateway.scheduler.now());
    return task;
  }
}
