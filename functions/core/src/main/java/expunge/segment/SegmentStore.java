package expunge.segment;

import expunge.dataset.Dataset;
import expunge.item.Cursor;
import expunge.task.KeyedCall;
import expunge.task.Task;
import expunge.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the segments of datasets that declare some, and which of them is being deleted. Throws as
 * {@link expunge.task.TaskStore} does, and {@link IllegalArgumentException} for a dataset without
 * segments.
 */
public interface SegmentStore {
  /** A segment as it is now; empty where there is none of this id. */
  Optional<Segment> find(Dataset dataset, String id);

  /**
   * A page of segments, in an order that means nothing, as they were a moment ago.
   *
   * @param disabled only those that are, or are not; empty for all
   * @param after where the page before ended; empty for the first page
   * @param limit how many items the store looks at
   */
  Page list(Dataset dataset, Optional<Boolean> disabled, Optional<Cursor> after, int limit);

  /**
   * Makes a task that deletes the members of a segment, disables the segment, and notes both that
   * its dataset has this deletion under way and, if there is one, the call: all in one transaction,
   * and only where no deletion of a segment of this dataset is under way. After a lost answer it is
   * found out by reading back.
   *
   * @param task whose origin is the segment
   * @param at decides which calls still count
   * @throws IllegalArgumentException if the task has another origin
   */
  Begun begin(Dataset dataset, Task task, Optional<KeyedCall> call, Instant at);

  /**
   * Enables a segment again, whose last deletion has ended. Repeating it is harmless.
   *
   * @return false where there is no such segment, or another deletion of it was begun
   */
  boolean enable(Dataset dataset, Segment segment);

  /** What came of beginning a deletion. */
  sealed interface Begun {
    /** The task is made, and the segment disabled. */
    record Made() implements Begun {}

    /** Nothing was done: this deletion of a segment of the dataset is under way. */
    record Busy(TaskId task) implements Begun {}

    /** Nothing was done: a call under the same key counts. */
    record Called(KeyedCall standing) implements Begun {}

    /** Nothing was done: there is no such segment. */
    record Unknown() implements Begun {}
  }

  /**
   * A page.
   *
   * @param segments may be none although there are more pages
   * @param next where it ended; empty after the last page
   */
  record Page(List<Segment> segments, Optional<Cursor> next) {
    /** Copies the list. */
    public Page {
      segments = List.copyOf(segments);
    }
  }
}
