package expunge.task;

import java.util.OptionalInt;

/**
 * A message that says where to look, and nothing else. Losing, repeating or delaying one changes no
 * outcome.
 *
 * @param task the task to look at
 * @param batch the batch to work on; empty to look after the task: ring, close or finish it
 */
public record Doorbell(TaskId task, OptionalInt batch) {
  /** For one batch. */
  public static Doorbell of(TaskId task, int batch) {
    return new Doorbell(task, OptionalInt.of(batch));
  }

  /** For the task as a whole. */
  public static Doorbell of(TaskId task) {
    return new Doorbell(task, OptionalInt.empty());
  }
}
