package expunge.task;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param tasks may be fewer than asked for, or none, although more follow
 * @param nextToken opaque; empty after the last page
 */
public record TaskPage(List<TaskSummary> tasks, Optional<String> nextToken) {
  /** Copies the list. */
  public TaskPage {
    tasks = List.copyOf(tasks);
  }

  /** A token that no store has given out, or not for this list. */
  public static final class UnknownToken extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Without the token, which is the caller's own. */
    public UnknownToken() {
      super("nextToken was not given out by this list");
    }
  }
}
