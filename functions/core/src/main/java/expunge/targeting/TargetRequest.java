package expunge.targeting;

import expunge.criterion.Criterion;
import expunge.dataset.Dataset;
import java.util.Optional;

/**
 * What somebody wants to have deleted. The free texts are stored and shown, never logged.
 *
 * @param deletionType declared for the dataset
 * @param purpose one of {@link expunge.task.Request#PURPOSES}
 * @param requestedBy the label of the caller's key
 * @param dryRun whether everything is planned and nothing deleted
 */
public record TargetRequest(
    Dataset dataset,
    String deletionType,
    Criterion criterion,
    Optional<String> description,
    Optional<String> reason,
    Optional<String> purpose,
    String requestedBy,
    boolean dryRun) {
  @Override
  public String toString() {
    return "TargetRequest[" + dataset.name() + ", " + deletionType + "]";
  }
}
