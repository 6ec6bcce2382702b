package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.simulator.Samples;
import expunge.task.Doorbell;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Confirm, pause, resume, cancel and retry, as callers see them. */
class ControlCallsTest {
  private final Gateway gateway = new Gateway().as(Role.ADMINISTRATOR);

  @Test
  void aConfirmedTaskRunsAndIsRung() {
    Task task = awaiting();

    APIGatewayV2HTTPResponse response = confirm(task, "{\"rows\": 10}");

    assertThat(response.getStatusCode()).isEqualTo(202);
    assertThat(response.getBody()).contains("\"state\":\"RUNNING\"", "/pause", "/cancel");
    assertThat(response.getHeaders())
        .containsEntry("Location", "/tasks/" + task.id())
        .containsEntry("Retry-After", "2");
    assertThat(gateway.doorbells.queued())
        .extracting(queued -> queued.bell())
        .containsExactly(Doorbell.of(task.id()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "{}",
        "{\"rows\": \"ten\"}",
        "{\"rows\": 1.5}",
        "[]",
        "{\"rows\": 10",
        "{\"rows\": 10}garbage",
        "{\"rows\": 10}{\"rows\": 10}",
        "{\"rows\": 3, \"rows\": 10}",
        "{\"rows\": 1 0}"
      })
  void aConfirmationNeedsItsNumber(String body) {
    Task task = awaiting();

    APIGatewayV2HTTPResponse response = confirm(task, body);

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody()).contains("/problems/invalid-body");
    assertThat(state(task)).isEqualTo(TaskState.AWAITING_CONFIRMATION);
  }

  @Test
  void anotherNumberOfRowsIsAConflict() {
    Task task = awaiting();

    APIGatewayV2HTTPResponse response = confirm(task, "{\"rows\": 9}");

    assertThat(response.getStatusCode()).isEqualTo(409);
    assertThat(response.getBody()).contains("not that of the task's rows to delete");
    assertThat(state(task)).isEqualTo(TaskState.AWAITING_CONFIRMATION);
  }

  @Test
  void whatAConfirmationDoesNotKnowIsNamed() {
    Task task = awaiting();

    assertThat(confirm(task, "{\"rows\": 10, \"dryRun\": true}").getBody())
        .contains("dryRun is unknown; this call knows rows");
    assertThat(state(task)).isEqualTo(TaskState.AWAITING_CONFIRMATION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pause", "resume", "cancel", "retry"})
  void whoeverSaysMoreThanTheCallMeansSomethingElse(String call) {
    Task task = gateway.running("drop/a.csv", 1, 10);
    String path = "/tasks/" + task.id() + "/" + call;

    assertThat(gateway.body("{\"rows\": 10}").post(path).getBody())
        .contains("rows is unknown; this call takes none");
    assertThat(gateway.body("now").post(path).getStatusCode()).isEqualTo(400);
    assertThat(state(task)).isEqualTo(TaskState.RUNNING);
    assertThat(gateway.body(" {} ").post(path).getStatusCode()).isIn(202, 409);
  }

  @Test
  void aTaskIsPausedResumedAndCancelled() {
    Task task = gateway.running("drop/a.csv", 1, 10);
    assertThat(post(task, "pause").getBody()).contains("PAUSED", "/resume");
    assertThat(post(task, "resume").getBody()).contains("RUNNING");
    assertThat(post(task, "cancel").getBody()).contains("CANCELLING");
    assertThat(post(task, "cancel").getStatusCode()).isEqualTo(202);
    assertThat(post(task, "pause").getStatusCode()).isEqualTo(409);
    assertThat(post(task, "pause").getBody()).contains("\"state\":\"CANCELLING\"");
  }

  @Test
  void theFailedRowsOfATaskThatHasEndedAreRetriedInAChild() {
    Task task = gateway.running("drop/a.csv", 1, 10);
    assertThat(post(task, "retry").getStatusCode()).isEqualTo(409);
    gateway.commit(task, 1, Balance.EMPTY.plus(Outcome.FAILED, 10), 0);
    end(task);
    assertThat(gateway.method("GET").get("/tasks/" + task.id()).getBody()).contains("/retry");

    APIGatewayV2HTTPResponse response = post(task, "retry");

    assertThat(response.getStatusCode()).isEqualTo(202);
    assertThat(response.getBody()).contains("PENDING_UPLOAD");
    assertThat(response.getHeaders().get("Location")).isNotEqualTo("/tasks/" + task.id());
    assertThat(post(task, "retry").getHeaders()).containsAllEntriesOf(response.getHeaders());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pause", "resume", "cancel", "retry"})
  void anUnknownTaskIsNotFound(String call) {
    assertThat(gateway.post("/tasks/nobody/" + call).getStatusCode()).isEqualTo(404);
    TaskId unknown = TaskId.derivedFrom("unknown");
    assertThat(gateway.post("/tasks/" + unknown + "/" + call).getStatusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"confirm", "pause", "resume", "cancel", "retry"})
  void onlyAnAdministratorControls(String call) {
    Task task = gateway.running("drop/a.csv", 1, 10);
    gateway.as(Role.OPERATOR);

    assertThat(post(task, call).getStatusCode()).isEqualTo(403);
    assertThat(state(task)).isEqualTo(TaskState.RUNNING);
  }

  private Task awaiting() {
    Task task = gateway.tasks.create(Samples.staging("drop/a.csv"));
    gateway.tasks.addBatches(task.id(), Samples.batches(1, 10));
    gateway.tasks.accept(
        task.id(),
        Samples.totals(1, 10),
        TaskState.AWAITING_CONFIRMATION,
        Optional.empty(),
        gateway.scheduler.now());
    return task;
  }

  private void end(Task task) {
    EnumSet<TaskState> running = EnumSet.of(TaskState.RUNNING);
    gateway.tasks.move(task.id(), running, TaskState.FINISHING, gateway.scheduler.now());
    gateway.tasks.finish(task.id(), TaskState.COMPLETED_WITH_ERRORS, gateway.scheduler.now());
  }

  private APIGatewayV2HTTPResponse confirm(Task task, String body) {
    return gateway.body(body).post("/tasks/" + task.id() + "/confirm");
  }

  private APIGatewayV2HTTPResponse post(Task task, String call) {
    return gateway.body("").post("/tasks/" + task.id() + "/" + call);
  }

  private TaskState state(Task task) {
    return gateway.tasks.find(task.id()).orElseThrow().state();
  }
}
