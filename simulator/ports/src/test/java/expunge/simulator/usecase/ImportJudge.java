package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import expunge.item.Value;
import expunge.report.ReportPart;
import expunge.report.RowOutcome;
import expunge.simulator.Market;
import expunge.simulator.MemorySystem;
import expunge.suppression.EntryId;
import expunge.task.Task;
import expunge.task.TaskState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds what an import says against what the tables hold, and what others have done to them. */
final class ImportJudge {
  private static final Set<Outcome> WRITTEN = Set.of(Outcome.CREATED, Outcome.UPDATED);
  private static final Set<Outcome> ERRORS =
      Set.of(Outcome.INVALID, Outcome.AMBIGUOUS, Outcome.FAILED);

  private final ImportSchedule schedule;
  private final MemorySystem system;
  private final Task task;
  private final List<RowOutcome> report;

  ImportJudge(ImportSchedule schedule) {
    this.schedule = schedule;
    this.system = schedule.system;
    this.task = schedule.task();
    this.report = ReportPart.rowsOf(system.report(task).getBytes(StandardCharsets.UTF_8));
  }

  /** The outcomes of all rows. */
  List<Outcome> judge() {
    assertThat(report).hasSize(schedule.rows.size());
    assertThat(report).extracting(RowOutcome::line).isSorted().doesNotHaveDuplicates();
    for (Outcome outcome : Outcome.values()) {
      long lines = report.stream().filter(row -> row.outcome() == outcome).count();
      assertThat(task.balance().count(outcome)).as("balance of %s", outcome).isEqualTo(lines);
    }
    assertThat(system.objects.keys("work/" + task.id())).as("left over").isEmpty();
    report.forEach(this::feedAgrees);
    endIsTrue();
    nobodyComesBackOrJoinsTooLate();
    nobodyIsThereTwice();
    nothingIsWrittenOverWhatPeopleHaveChangedSince();
    assertThat(system.entries)
        .noneSatisfy(entry -> assertThat(entry.toString()).containsAnyOf("@x.com", "theirs"));
    return report.stream().map(RowOutcome::outcome).toList();
  }

  private void endIsTrue() {
    if (task.state() == TaskState.CANCELLED) {
      return;
    }
    boolean errors = report.stream().anyMatch(row -> ERRORS.contains(row.outcome()));
    assertThat(task.state())
        .isEqualTo(errors ? TaskState.COMPLETED_WITH_ERRORS : TaskState.COMPLETED);
    assertThat(report).noneMatch(row -> row.outcome() == Outcome.CANCELLED);
  }

  /** A row that says so stands in one feed, if nobody has been deleted; any other in none. */
  private void feedAgrees(RowOutcome row) {
    Value line = new Value.Numeric(Integer.toString(row.line()));
    long times =
        system.tables.all(Market.ACTIVITIES).stream()
            .filter(item -> new Value.Text(task.id().value()).equals(item.get("taskId")))
            .filter(
                item ->
                    item.get("lines") instanceof Value.Several(List<Value> lines)
                        && lines.contains(line))
            .count();
    boolean isWritten = WRITTEN.contains(row.outcome());
    boolean nobodyIsGone = system.tables.all("market-suppressed").isEmpty();
    assertThat(times)
        .as("line %d is %s", row.line(), row.outcome())
        .isBetween(isWritten && nobodyIsGone ? 1L : 0L, isWritten ? 1L : 0L);
  }

  private void nobodyComesBackOrJoinsTooLate() {
    for (Map<String, Value> profile : system.tables.all(Market.PROFILES)) {
      assertThat(List.of("id", "email", "phone"))
          .as("nobody comes back")
          .noneMatch(
              name ->
                  Optional.ofNullable(profile.get(name))
                      .flatMap(Value::asText)
                      .filter(value -> isOnTheList(name, value))
                      .isPresent());
    }
    if (schedule.isDisabled) {
      assertThat(schedule.membersAtTheEnd)
          .as("nobody joins any more")
          .containsAll(system.tables.all(Market.MEMBERSHIPS));
    }
  }

  private boolean isOnTheList(String identifier, String value) {
    Set<EntryId> entry = Set.of(MemorySystem.KEY.entry(system.dataset, identifier, value));
    return !system
        .suppressions
        .standing(system.dataset.suppression().orElseThrow(), entry, system.scheduler.now())
        .isEmpty();
  }

  private void nobodyIsThereTwice() {
    assertThat(
            system.tables.all(Market.PROFILES).stream()
                .flatMap(profile -> Optional.ofNullable(profile.get("email")).stream()))
        .as("e-mail addresses")
        .doesNotHaveDuplicates();
  }

  private void nothingIsWrittenOverWhatPeopleHaveChangedSince() {
    schedule.changes.forEach(
        (key, change) -> {
          if (schedule.lines(key).equals(change.lines())) {
            Map<String, Value> id = Map.of("id", new Value.Text(key));
            assertThat(system.tables.find(Market.PROFILES, id).stream())
                .as("no row was written into it since, unless it was deleted with its segment")
                .allSatisfy(
                    profile ->
                        assertThat(profile).containsEntry("name", new Value.Text(change.name())));
          }
        });
  }
}
