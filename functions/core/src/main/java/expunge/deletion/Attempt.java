package expunge.deletion;

import expunge.dataset.Dataset;
import expunge.run.Deadline;
import expunge.task.Task;

/**
 * One worker's turn at one batch.
 *
 * @param number the batch's
 * @param owner of the lease under which it works
 */
record Attempt(Task task, Dataset dataset, int number, String owner, Deadline deadline) {}
