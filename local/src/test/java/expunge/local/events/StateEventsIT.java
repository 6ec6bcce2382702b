package expunge.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.aws.TasksTable;
import expunge.local.TestMachine;
import expunge.run.SystemScheduler;
import expunge.task.TaskId;
import expunge.task.TaskState;
import io.avaje.json.mapper.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the pipe makes of the records that our writes leave in a real stream. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StateEventsIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TABLE = "state-events";
  // Long, as expiry is counted from the sample tasks' days, which lie in the past.
  private static final Duration RETENTION = Duration.ofDays(36_500);

  private final AwsClients clients = TestMachine.clients();
  private final Lives lives =
      new Lives(new AwsPorts(clients, new SystemScheduler()).taskStore(TABLE, RETENTION));
  private final List<Map<String, Object>> records = new ArrayList<>();
  private final List<String> details = new ArrayList<>();

  @BeforeAll
  void live() {
    clients.dynamoDb().createTable(TasksTable.definition(TABLE));
    StreamRecords.begin(clients.dynamoDb(), TABLE);
    TaskId paused = lives.droppedAndPaused();
    lives.uploadedAndCancelled();
    lives.rejected();
    lives.retriedAndFailed(paused);
    lives.dryRun();
    records.addAll(StreamRecords.all(clients.dynamoDb(), TABLE));
    details.addAll(Pipe.ofTemplate().events(records));
  }

  @AfterAll
  void stop() {
    clients.close();
  }

  private List<Map<String, Object>> events() {
    return details.stream().map(JSON::fromJsonObject).toList();
  }

  @Test
  void everyStateOfATaskHasOneEventAndNoOtherWriteHasAny() {
    Map<String, List<Object>> told = new LinkedHashMap<>();
    events()
        .forEach(
            event ->
                told.computeIfAbsent((String) event.get("taskId"), _ -> new ArrayList<>())
                    .add(event.get("id")));
    Map<String, List<Object>> lived = new LinkedHashMap<>();
    lives
        .states()
        .forEach(
            (id, states) ->
                lived.put(
                    id.value(),
                    states.stream().<Object>map(state -> id + "/" + state.name()).toList()));

    assertThat(told).isEqualTo(lived);
    assertThat(records).hasSizeGreaterThan(3 * details.size());
  }

  @Test
  void noStateIsLeftOut() {
    Set<TaskState> seen = new LinkedHashSet<>();
    lives.states().values().forEach(seen::addAll);
    assertThat(seen).containsExactlyInAnyOrder(TaskState.values());
  }

  @Test
  void everyEventMeetsTheSchema() {
    EventSchema schema = new EventSchema();
    assertThat(details).allSatisfy(detail -> assertThat(schema.problems(detail)).isEmpty());
  }

  @Test
  void eachNamesTheStateBefore() {
    Map<Object, Object> last = new LinkedHashMap<>();
    for (Map<String, Object> event : events()) {
      assertThat(event).containsEntry("previousState", last.getOrDefault(event.get("taskId"), ""));
      last.put(event.get("taskId"), event.get("state"));
    }
  }

  @Test
  void noTextThatNobodyHasCheckedGetsIntoOne() {
    assertThat(records.toString()).contains(Lives.MARK);
    assertThat(details.toString()).doesNotContain("mkq7x");
    assertThat(ofState("REJECTED"))
        .containsEntry("dataset", "")
        .containsEntry("deletionType", "")
        .containsEntry("purpose", "")
        .containsEntry("problem", "unknown-purpose");
  }

  @Test
  void aTaskThatACallMadeTellsItsDatasetFromTheStart() {
    assertThat(events().stream().filter(event -> !"".equals(event.get("segmentId"))))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event).containsEntry("dataset", "customers"));
  }

  @Test
  void theEndOfATaskTellsWhatBecameOfIt() {
    assertThat(ofState("COMPLETED_WITH_ERRORS"))
        .containsEntry("dataset", "customers")
        .containsEntry("deletionType", "complete")
        .containsEntry("purpose", "clean_up")
        .containsEntry("rows", "6")
        .containsEntry("profilesDeleted", "2")
        .containsEntry("dryRun", "")
        .satisfies(
            event ->
                assertThat(event.get("balance"))
                    .hasToString(
                        "{deleted=2, created=, updated=, suppressed=, not_found=2, duplicate=,"
                            + " invalid=, ambiguous=, protected=, failed=2, cancelled=}"))
        .satisfies(event -> assertThat(event.get("finishedAt")).isEqualTo(event.get("changedAt")));
    assertThat(ofState("CANCELLED")).containsEntry("segmentId", "gold-2026");
    assertThat(ofState("COMPLETED")).containsEntry("dryRun", "1");
    assertThat((String) ofState("FAILED").get("retryOf")).hasSize(26);
  }

  @Test
  void everyMemberThatIsSentIsInTheSchemaAndNoOther() {
    Map<?, ?> schema = JSON.fromJsonObject(EventSchema.text());
    assertThat((Map<?, ?>) schema.get("properties"))
        .isNotNull()
        .satisfies(
            properties ->
                assertThat(events())
                    .allSatisfy(
                        event ->
                            assertThat(List.<Object>copyOf(event.keySet()))
                                .containsExactlyElementsOf(properties.keySet())));
    assertThat(EventSchema.text())
        .contains(Arrays.stream(TaskState.values()).map(s -> '"' + s.name() + '"').toList());
  }

  private Map<String, Object> ofState(String state) {
    return events().stream()
        .filter(event -> state.equals(event.get("state")))
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
