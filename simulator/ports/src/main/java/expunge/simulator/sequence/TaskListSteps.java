package expunge.simulator.sequence;

import expunge.simulator.Samples;
import expunge.task.TaskKind;
import expunge.task.TaskPage;
import expunge.task.TaskQuery;
import expunge.task.TaskStore;
import expunge.task.UnsettledTask;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Calls that are about all tasks. */
final class TaskListSteps {
  private TaskListSteps() {}

  static Step<TaskStore> list(Random random) {
    TaskQuery query =
        new TaskQuery(
            random.nextBoolean() ? Optional.of(Draw.state(random)) : Optional.empty(),
            random.nextInt(3) == 0 ? Optional.of(TaskKind.DELETION) : Optional.empty(),
            Optional.empty(),
            1 + random.nextInt(Draw.TASKS),
            Optional.empty());
    return new Step<>("list " + query, side -> paged(side, query));
  }

  /** Goes on where one of the pages before has ended, be it with the same query or another. */
  static Step<TaskStore> nextPage(Random random) {
    int place = random.nextInt(Draw.TASKS);
    int limit = 1 + random.nextInt(Draw.TASKS);
    return new Step<>(
        "list %d after page %d".formatted(limit, place),
        side -> {
          List<TaskQuery> pages = side.all(TaskQuery.class);
          if (place >= pages.size()) {
            return "none";
          }
          TaskQuery before = pages.get(place);
          return paged(
              side,
              new TaskQuery(
                  before.state(), before.kind(), before.description(), limit, before.nextToken()));
        });
  }

  static Object paged(Side<TaskStore> side, TaskQuery query) {
    TaskPage page = side.port().list(query);
    page.nextToken()
        .ifPresent(
            token ->
                side.placeOf(
                    TaskQuery.class,
                    new TaskQuery(
                        query.state(),
                        query.kind(),
                        query.description(),
                        query.limit(),
                        Optional.of(token))));
    return shown(page);
  }

  static Object shown(TaskPage page) {
    return List.of(
        page.tasks().stream()
            .map(task -> task + " of " + task.createdAt() + ", " + task.finishedAt())
            .toList(),
        page.nextToken().isPresent());
  }

  static Step<TaskStore> unsettled(Random random) {
    int limit = 1 + random.nextInt(Draw.TASKS);
    Optional<UnsettledTask> after =
        random.nextBoolean()
            ? Optional.of(
                new UnsettledTask(
                    Draw.id(Draw.any(random)), Samples.CREATED.plusSeconds(random.nextInt(2))))
            : Optional.empty();
    return Draw.step(
        "unsettled after %s, at most %d".formatted(after, limit),
        store -> store.unsettled(after, limit));
  }
}
