package expunge.simulator.check;

import expunge.task.TaskId;

/**
 * What a task says of a key that it lists.
 *
 * @param outcome the word in its report
 * @param from when its file was put
 * @param until when the row's batch became final
 * @param settled whether that was the answer to a dead letter
 */
record Verdict(TaskId task, String key, String outcome, long from, long until, boolean settled) {
  boolean isDeleted() {
    return outcome.equals("deleted");
  }
}
