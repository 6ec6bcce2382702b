package expunge.task;

import expunge.dataset.Segments.Source;
import expunge.file.Spaces;

/** Where the file of a task comes from. */
public sealed interface Origin {
  /** Whether Expunge writes the file itself. */
  default boolean isOwn() {
    return !(this instanceof Sent);
  }

  /** How the values of the file are to be read. */
  default Spaces spaces() {
    return isOwn() ? Spaces.KEPT : Spaces.DROPPED;
  }

  /** Somebody sends it, be it dropped or uploaded. */
  record Sent() implements Origin {}

  /**
   * Whose failed and cancelled rows a task takes up again: a worker writes the file from the
   * parent's report.
   *
   * @param parent a task that has ended
   * @param attempt from 1; counts on where an earlier child of the parent ended before its rows
   *     were counted
   */
  record Retry(TaskId parent, int attempt) implements Origin {
    /**
     * @throws IllegalArgumentException if the attempt is not positive
     */
    public Retry {
      if (attempt < 1) {
        throw new IllegalArgumentException("attempts are counted from 1");
      }
    }

    /**
     * The id of the task that does it: always the same, so that a repeated call makes no second.
     */
    public TaskId child() {
      return TaskId.derivedFrom(parent.value(), "retry", Integer.toString(attempt));
    }
  }

  /**
   * A worker writes it, of the members of a segment.
   *
   * @param id as the segment is known in its dataset; it names no person
   * @param source where its members are found
   */
  record Segment(String id, Source source) implements Origin {}

  /** A worker writes it, of the profiles that meet the criterion that lies beside the task. */
  record Target() implements Origin {}
}
