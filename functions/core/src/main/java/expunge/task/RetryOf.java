package expunge.task;

/**
 * Whose rows a task takes up again.
 *
 * @param parent a task that has ended
 * @param attempt from 1; counts on where an earlier child of the parent ended before its rows were
 *     counted
 */
public record RetryOf(TaskId parent, int attempt) {
  /**
   * @throws IllegalArgumentException if the attempt is not positive
   */
  public RetryOf {
    if (attempt < 1) {
      throw new IllegalArgumentException("attempts are counted from 1");
    }
  }

  /** The id of the task that does it: always the same, so that a repeated call makes no second. */
  public TaskId child() {
    return TaskId.derivedFrom(parent.value(), "retry", Integer.toString(attempt));
  }
}
