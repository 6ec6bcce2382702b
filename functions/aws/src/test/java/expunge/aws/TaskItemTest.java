package expunge.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.file.Limits;
import expunge.run.ExpungeException;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskState;
import expunge.task.TaskSummary;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TaskItemTest {
  private static final Map<String, AttributeValue> VERSION_1 = Fixtures.record("task-v1.json");

  @Test
  void aTaskOfVersion1StaysReadable() {
    Task task = TaskItem.read(VERSION_1);
    assertThat(task.id()).isEqualTo(new TaskId("0123456789abcdefghijklmnop"));
    assertThat(task.request().kind()).isEqualTo(TaskKind.DELETION);
    assertThat(task.request().options().delimiter()).contains(";");
    assertThat(task.request().purpose()).contains("privacy_request");
    assertThat(task.file().version().versionId()).contains("hJc1xPq0v.2");
    assertThat(task.file().bytes()).isEqualTo(5_000_000_000L);
    assertThat(task.slicing().limits()).isEqualTo(Limits.defaults());
    assertThat(task.state()).isEqualTo(TaskState.COMPLETED_WITH_ERRORS);
    assertThat(task.cameFrom()).contains(TaskState.FINISHING);
    assertThat(task.totals().layout().ignoredColumns()).containsExactly("note");
    assertThat(task.totals().rows()).isEqualTo(30);
    assertThat(task.balance())
        .isEqualTo(Balance.EMPTY.plus(Outcome.DELETED, 29).plus(Outcome.FAILED, 1));
    assertThat(task.problem().flatMap(problem -> problem.line())).contains(17);
    assertThat(task.finishedAt()).contains(Instant.parse("2026-01-01T00:20:00.500Z"));
  }

  @Test
  void aTaskIsWrittenAsInVersion1WithWhatWasAddedSince() {
    Map<String, AttributeValue> kept = new HashMap<>(VERSION_1);
    kept.keySet().removeAll(List.of("expiresAt", "lastChange"));
    kept.put("touchedAt", kept.get("createdAt"));
    kept.put("unsettled", AttributeValue.fromS("tasks"));
    assertThat(TaskItem.write(TaskItem.read(VERSION_1))).isEqualTo(kept);
  }

  @Test
  void aListShowsWhatTheIndexHolds() {
    Map<String, AttributeValue> shown = new HashMap<>(VERSION_1);
    shown
        .keySet()
        .removeIf(
            name ->
                !TaskItem.SHOWN_IN_LISTS.contains(name)
                    && !List.of("taskId", "record", "listed", "createdAtAndId").contains(name));
    assertThat(TaskItem.readSummary(shown))
        .isEqualTo(
            new TaskSummary(
                new TaskId("0123456789abcdefghijklmnop"),
                TaskKind.DELETION,
                "customers",
                "complete",
                TaskState.COMPLETED_WITH_ERRORS,
                Optional.of("Spring cleaning"),
                "old.csv",
                Instant.parse("2026-01-01T00:00:00Z"),
                Optional.of(Instant.parse("2026-01-01T00:20:00.500Z"))));
  }

  @Test
  void noCounterIsInTheIndexSoThatACommitNeverWritesToIt() {
    assertThat(TaskItem.SHOWN_IN_LISTS)
        .doesNotContain("balance", "profilesDeleted", "openBatches", "expiresAt", "lastChange");
  }

  @Test
  void aRecordOfAnotherVersionIsRefused() {
    Map<String, AttributeValue> record = new HashMap<>(VERSION_1);
    record.put("version", AttributeValue.fromN("2"));
    assertThatThrownBy(() -> TaskItem.read(record))
        .isInstanceOf(ExpungeException.Permanent.class)
        .hasMessageContaining("unknown version");
    assertThatThrownBy(() -> TaskItem.readSummary(record))
        .isInstanceOf(ExpungeException.Permanent.class);
  }

  @Test
  void aBrokenRecordIsRefused() {
    for (String attribute : List.of("state", "kind", "taskId", "createdAt", "limits", "balance")) {
      Map<String, AttributeValue> record = new HashMap<>(VERSION_1);
      record.put(attribute, AttributeValue.fromS("?"));
      assertThatThrownBy(() -> TaskItem.read(record))
          .as(attribute)
          .isInstanceOf(ExpungeException.Permanent.class);
    }
  }
}
