package expunge.work;

import expunge.batch.Plan;
import expunge.object.ObjectStore;
import expunge.object.Sha256;
import expunge.report.ResultKeys;
import expunge.run.ExpungeException;
import expunge.task.TaskId;
import java.util.Optional;

/**
 * The plans that are too large for the records of their batches: an object each. The first one
 * written stands.
 */
public final class PlanObjects {
  private final ObjectStore objects;

  /** In the bucket. */
  public PlanObjects(ObjectStore objects) {
    this.objects = objects;
  }

  /**
   * Writes a plan unless there is one, and answers the content that stands.
   *
   * @throws ExpungeException.Retryable if somebody removes it meanwhile
   */
  public byte[] write(TaskId task, int batch, byte[] content) {
    String key = ResultKeys.plan(task, batch);
    if (objects.replace(key, "text/csv", content, Optional.empty())) {
      return content;
    }
    return objects
        .read(key)
        .orElseThrow(() -> new ExpungeException.Retryable("a plan was removed", null));
  }

  /** How a record refers to a plan with this content. */
  public static Plan.InObject reference(TaskId task, int batch, byte[] content, int profiles) {
    return new Plan.InObject(ResultKeys.plan(task, batch), Sha256.of(content).hex(), profiles);
  }

  /** The content that a record refers to; empty where it is gone, or another. */
  public Optional<byte[]> read(Plan.InObject plan) {
    return objects
        .read(plan.object())
        .filter(content -> Sha256.of(content).hex().equals(plan.sha256()));
  }
}
