package expunge.work;

import expunge.batch.Batch;
import expunge.run.Deadline;
import expunge.task.Task;

/**
 * One worker's turn at one batch.
 *
 * @param batch as it was when it was leased
 * @param owner of the lease
 */
public record Leased(Task task, Batch batch, String owner, Deadline deadline) {}
