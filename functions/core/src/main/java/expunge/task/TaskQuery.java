package expunge.task;

import java.util.Optional;

/**
 * Which tasks to list.
 *
 * @param state only those in this state
 * @param kind only those of this kind
 * @param description only those whose description contains this, whatever its case
 * @param limit the most tasks on a page, from 1 to 100
 * @param nextToken where an earlier page ended
 */
public record TaskQuery(
    Optional<TaskState> state,
    Optional<TaskKind> kind,
    Optional<String> description,
    int limit,
    Optional<String> nextToken) {
  /** The largest page. */
  public static final int LARGEST_PAGE = 100;

  /**
   * @throws IllegalArgumentException if the limit is out of its bounds
   */
  public TaskQuery {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new IllegalArgumentException("a page has 1 to 100 tasks");
    }
  }

  /** The first page of all tasks. */
  public static TaskQuery all(int limit) {
    return new TaskQuery(
        Optional.empty(), Optional.empty(), Optional.empty(), limit, Optional.empty());
  }
}
