package expunge.simulator.check;

import expunge.task.TaskId;

/**
 * What a task says of an identifier that it lists.
 *
 * @param batch the number of the batch that holds its row
 * @param key the identifier, which is the table's key in plain worlds
 * @param outcome the word in its report
 * @param profiles how many it says were deleted, or would be
 * @param from when its file was put
 * @param begun when the attempt began that planned the row's batch; {@code from} where none did
 * @param until when the row's batch became final
 * @param settled whether that was the answer to a dead letter
 */
record Verdict(
    TaskId task,
    int batch,
    String key,
    String outcome,
    int profiles,
    long from,
    long begun,
    long until,
    boolean settled) {
  boolean isDeleted() {
    return outcome.equals("deleted");
  }
}
