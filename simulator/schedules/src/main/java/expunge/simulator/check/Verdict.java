package expunge.simulator.check;

import expunge.task.TaskId;

/**
 * What a task says of a key that it lists.
 *
 * @param outcome the word in its report
 * @param from when its file was put
 * @param until when the row's batch became final
 */
record Verdict(TaskId task, String key, String outcome, long from, long until) {
  boolean isDeleted() {
    return outcome.equals("deleted");
  }
}
