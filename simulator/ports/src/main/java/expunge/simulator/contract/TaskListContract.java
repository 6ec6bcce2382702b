package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.simulator.Samples;
import expunge.task.Request;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskPage;
import expunge.task.TaskQuery;
import expunge.task.TaskState;
import expunge.task.TaskSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A list shows each task that is asked for once, the newest first, page by page. */
interface TaskListContract extends TaskStoreUnderTest {
  @Test
  default void tasksAreListedNewestFirstWhateverTheOrderOfTheirCreation() {
    String description = UUID.randomUUID().toString();
    TaskId middle = described(description, 2);
    TaskId oldest = described(description, 1);
    TaskId newest = described(description, 3);
    assertThat(idsOf(all(query(description, 100)))).containsExactly(newest, middle, oldest);
  }

  @Test
  default void pagesHoldNoMoreThanAskedForAndEveryTaskOnce() {
    String description = UUID.randomUUID().toString();
    List<TaskId> ids = new ArrayList<>();
    for (int second = 5; second > 0; second--) {
      ids.add(described(description, second));
    }
    assertThat(idsOf(all(query(description, 2)))).isEqualTo(ids);
  }

  @Test
  default void tasksThatAreAddedBetweenTwoPagesDoNotRepeatOthers() {
    String description = UUID.randomUUID().toString();
    TaskId older = described(description, 1);
    TaskId newer = described(description, 2);
    TaskPage first = store().list(query(description, 1));
    described(description, 3);
    List<TaskSummary> tasks = new ArrayList<>(first.tasks());
    first.nextToken().ifPresent(t -> tasks.addAll(all(after(query(description, 1), t))));
    assertThat(idsOf(tasks)).containsExactly(newer, older);
  }

  @Test
  default void aSummaryShowsTheTask() {
    String description = UUID.randomUUID().toString();
    Task task = Given.task(store(), described(description, 1));
    Given.move(store(), task.id(), TaskState.CANCELLED);
    assertThat(all(query(description, 1)))
        .containsExactly(
            new TaskSummary(
                task.id(),
                TaskKind.DELETION,
                "customers",
                "complete",
                TaskState.CANCELLED,
                Optional.of(description),
                task.file().name(),
                task.createdAt(),
                Optional.of(Given.NOW)));
  }

  @Test
  default void descriptionsMatchByPartWhateverTheirCase() {
    String part = UUID.randomUUID().toString().toLowerCase(Locale.ROOT);
    TaskId task = described("Before " + part + " after", 1);
    assertThat(idsOf(all(query(part.toUpperCase(Locale.ROOT), 100)))).containsExactly(task);
  }

  @Test
  default void onlyTasksOfTheStateAndKindAreListed() {
    String description = UUID.randomUUID().toString();
    described(description, 1);
    TaskId ended = described(description, 2);
    Given.move(store(), ended, TaskState.CANCELLED);
    TaskQuery query =
        new TaskQuery(
            Optional.of(TaskState.CANCELLED),
            Optional.of(TaskKind.DELETION),
            Optional.of(description),
            100,
            Optional.empty());
    assertThat(idsOf(all(query))).containsExactly(ended);
  }

  @Test
  default void nothingThatMatchesIsAnEmptyListNoFailure() {
    assertThat(all(query(UUID.randomUUID().toString(), 100))).isEmpty();
  }

  @Test
  default void aMadeUpTokenIsRefused() {
    for (String token : List.of("", "x", "bm90IGEgdG9rZW4", "{}", "%00")) {
      assertThatThrownBy(() -> store().list(after(TaskQuery.all(1), token)))
          .isInstanceOf(TaskPage.UnknownToken.class);
    }
  }

  @Test
  default void aTokenOfAnotherListIsRefused() {
    String description = UUID.randomUUID().toString();
    described(description, 1);
    described(description, 2);
    String token = store().list(query(description, 1)).nextToken().orElseThrow();
    assertThatThrownBy(() -> store().list(after(query("something else", 1), token)))
        .isInstanceOf(TaskPage.UnknownToken.class);
  }

  private TaskId described(String description, int second) {
    Task task = Given.unknownTask();
    Request plain = task.request();
    Request request =
        new Request(
            plain.kind(),
            plain.dataset(),
            plain.deletionType(),
            plain.options(),
            Optional.of(description),
            plain.reason(),
            plain.purpose(),
            plain.requestedBy(),
            plain.dryRun(),
            plain.confirmed(),
            plain.origin());
    return store()
        .create(
            Task.staging(
                task.id(),
                request,
                task.file(),
                task.slicing(),
                Samples.CREATED.plusSeconds(second)))
        .id();
  }

  private List<TaskSummary> all(TaskQuery query) {
    List<TaskSummary> tasks = new ArrayList<>();
    Optional<TaskQuery> next = Optional.of(query);
    while (next.isPresent()) {
      TaskPage page = store().list(next.get());
      assertThat(page.tasks()).hasSizeLessThanOrEqualTo(query.limit());
      tasks.addAll(page.tasks());
      next = page.nextToken().map(token -> after(query, token));
    }
    return tasks;
  }

  private static List<TaskId> idsOf(List<TaskSummary> tasks) {
    return tasks.stream().map(TaskSummary::id).toList();
  }

  private static TaskQuery query(String description, int limit) {
    return new TaskQuery(
        Optional.empty(), Optional.empty(), Optional.of(description), limit, Optional.empty());
  }

  private static TaskQuery after(TaskQuery query, String token) {
    return new TaskQuery(
        query.state(), query.kind(), query.description(), query.limit(), Optional.of(token));
  }
}
