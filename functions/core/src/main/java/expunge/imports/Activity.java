package expunge.imports;

import expunge.task.TaskId;
import java.time.Instant;

/**
 * What the activity feed of a customer says of an import, once for each task and customer: the
 * first row that was written has the word. It remembers which rows were written, so that none is
 * written twice.
 *
 * @param task the import; a part of the record's key
 * @param line of the row in the task's file
 * @param action what happened to the customer
 * @param endpoint where the data came from
 * @param touchpoint through which it came
 */
public record Activity(
    TaskId task, int line, String action, String endpoint, String touchpoint, Instant at) {
  /** The operators' own words are not shown. */
  @Override
  public String toString() {
    return "Activity[" + task + ", line " + line + "]";
  }
}
