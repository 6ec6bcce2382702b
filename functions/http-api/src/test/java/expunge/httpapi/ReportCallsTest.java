package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import expunge.simulator.Samples;
import expunge.task.Task;
import expunge.task.TaskState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportCallsTest {
  private final Gateway gateway = new Gateway().as(Role.OPERATOR);

  @ParameterizedTest
  @EnumSource(names = {"COMPLETED", "COMPLETED_WITH_ERRORS", "CANCELLED"})
  void theReportOfATaskThatRanIsFetchedFromTheBucketForFiveMinutes(TaskState end) {
    Task task = gateway.running("drop/a.csv", 1, 1);
    move(task, TaskState.RUNNING, TaskState.FINISHING);
    gateway.tasks.finish(task.id(), end, now());
    gateway.objects.put("results/" + task.id() + "/report.csv", "the report");

    APIGatewayV2HTTPResponse response = report(task);

    assertThat(response.getStatusCode()).isEqualTo(303);
    assertThat(response.getBody()).isEmpty();
    assertThat(response.getHeaders()).containsEntry("Cache-Control", "no-store");
    URI link = URI.create(response.getHeaders().getOrDefault("Location", ""));
    assertThat(gateway.objects.fetch(link)).hasValue("the report".getBytes(StandardCharsets.UTF_8));
    gateway.scheduler.advance(Duration.ofMinutes(5));
    assertThat(gateway.objects.fetch(link)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNNING", "PAUSED", "CANCELLING", "FINISHING"})
  void aTaskUnderWayHasNoReportYet(TaskState state) {
    Task task = gateway.running("drop/a.csv", 1, 1);
    move(task, TaskState.RUNNING, state);

    APIGatewayV2HTTPResponse response = report(task);

    assertThat(response.getStatusCode()).isEqualTo(409);
    assertThat(response.getBody())
        .isEqualTo(
            """
            {"type":"/problems/no-report","title":"The task has no report","status":409,\
            "detail":"The report is written when the task ends.","state":"%s"}\
            """
                .formatted(state));
  }

  @Test
  void aTaskCancelledBeforeItsRowsWereCountedHasNoReport() {
    Task task = gateway.tasks.create(Samples.staging("drop/a.csv"));
    move(task, TaskState.STAGING, TaskState.CANCELLED);

    assertThat(report(task).getStatusCode()).isEqualTo(409);
    assertThat(report(task).getBody()).contains("ended without processing a row");
  }

  @Test
  void aTaskThatFailedHasNoReport() {
    Task task = gateway.tasks.create(Samples.staging("drop/a.csv"));
    move(task, TaskState.STAGING, TaskState.FAILED);

    assertThat(report(task).getStatusCode()).isEqualTo(409);
    assertThat(gateway.get("/tasks/" + task.id()).getBody()).doesNotContain("\"report\"");
  }

  private APIGatewayV2HTTPResponse report(Task task) {
    return gateway.get("/tasks/" + task.id() + "/report");
  }

  private void move(Task task, TaskState from, TaskState to) {
    gateway.tasks.move(task.id(), Set.of(from), to, now());
  }

  private Instant now() {
    return gateway.scheduler.now();
  }
}
