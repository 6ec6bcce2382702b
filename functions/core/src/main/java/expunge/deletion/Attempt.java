package expunge.deletion;

import expunge.batch.Batch;
import expunge.dataset.Dataset;
import expunge.run.Deadline;
import expunge.task.Task;

/** One worker's turn at one batch, under one lease, and how far it has come. For one thread. */
final class Attempt {
  private final Task task;
  private final Dataset dataset;
  private final String owner;
  private final Deadline deadline;
  private Batch batch;
  private int done;
  private boolean achieved;

  /** At a batch that {@code owner} has just leased. */
  Attempt(Task task, Dataset dataset, Batch leased, String owner, Deadline deadline) {
    this.task = task;
    this.dataset = dataset;
    this.owner = owner;
    this.deadline = deadline;
    this.batch = leased;
    this.done = leased.progress().planned();
  }

  Task task() {
    return task;
  }

  Dataset dataset() {
    return dataset;
  }

  String owner() {
    return owner;
  }

  Deadline deadline() {
    return deadline;
  }

  int number() {
    return batch.number();
  }

  /** The batch as its record was last read. */
  Batch batch() {
    return batch;
  }

  /** How many keys of the plan, from the first, are acknowledged as deleted. */
  int done() {
    return done;
  }

  /** The plan stands in the record. */
  void planned(Batch withPlan) {
    batch = withPlan;
  }

  void reached(int keys) {
    done = keys;
  }

  /** Something is done, though not from the first key on. */
  void achievedSomething() {
    achieved = true;
  }

  /** Whether anything was achieved: the plan, or a deletion. */
  boolean hasProgress() {
    return achieved || done > batch.progress().planned() || batch.progress().stalls() == 0;
  }
}
