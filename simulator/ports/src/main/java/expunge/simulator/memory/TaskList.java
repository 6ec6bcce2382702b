package expunge.simulator.memory;

import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskPage;
import expunge.task.TaskQuery;
import expunge.task.TaskSummary;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Pages of tasks, newest first. A token names the last task of its page, and the list. */
final class TaskList {
  private static final Comparator<Task> NEWEST_FIRST =
      Comparator.comparing(Task::createdAt)
          .<String>thenComparing(task -> task.id().value())
          .reversed();

  private final Collection<Task> tasks;
  private final TaskQuery query;

  TaskList(Collection<Task> tasks, TaskQuery query) {
    this.tasks = tasks;
    this.query = query;
  }

  TaskPage page() {
    Optional<Task> last = query.nextToken().map(this::taskOf);
    List<Task> left =
        tasks.stream()
            .filter(this::isAskedFor)
            .filter(task -> last.isEmpty() || NEWEST_FIRST.compare(task, last.get()) > 0)
            .sorted(NEWEST_FIRST)
            .toList();
    if (left.size() <= query.limit()) {
      return new TaskPage(left.stream().map(TaskList::summary).toList(), Optional.empty());
    }
    List<Task> page = left.subList(0, query.limit());
    return new TaskPage(
        page.stream().map(TaskList::summary).toList(), Optional.of(tokenOf(page.getLast())));
  }

  private Task taskOf(String token) {
    return tasks.stream()
        .filter(task -> tokenOf(task).equals(token))
        .findFirst()
        .orElseThrow(TaskPage.UnknownToken::new);
  }

  private String tokenOf(Task last) {
    return TaskId.derivedFrom(
            last.id().value(),
            query.state().toString(),
            query.kind().toString(),
            query.description().toString())
        .value();
  }

  private boolean isAskedFor(Task task) {
    return query.state().filter(state -> state != task.state()).isEmpty()
        && query.kind().filter(kind -> kind != task.request().kind()).isEmpty()
        && query.description().filter(text -> !isDescribedBy(task, text)).isEmpty();
  }

  private static boolean isDescribedBy(Task task, String text) {
    String description = task.request().description().orElse("").toLowerCase(Locale.ROOT);
    return description.contains(text.toLowerCase(Locale.ROOT));
  }

  private static TaskSummary summary(Task task) {
    return new TaskSummary(
        task.id(),
        task.request().kind(),
        task.request().dataset(),
        task.request().deletionType(),
        task.state(),
        task.request().description(),
        task.file().name(),
        task.createdAt(),
        task.finishedAt());
  }
}
