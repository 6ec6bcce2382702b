package expunge.direct;

import expunge.dataset.Dataset;
import java.util.List;
import java.util.Optional;

/**
 * A few profiles that somebody wants to be deleted, and has confirmed.
 *
 * @param keys values of the dataset's key, 1 at least
 * @param requestedBy the label of the caller's key
 */
public record DirectRequest(
    Dataset dataset, List<String> keys, Optional<String> reason, String requestedBy) {
  /**
   * @throws IllegalArgumentException if there is no key
   */
  public DirectRequest {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a deletion needs somebody to delete");
    }
  }

  @Override
  public String toString() {
    return "DirectRequest[" + dataset.name() + ", " + keys.size() + " keys]";
  }
}
