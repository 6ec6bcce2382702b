package expunge.httpapi;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * The end of a deletion of a few profiles.
 *
 * @param outcomes one for each key, in their order
 */
@Json
record DeletedView(String taskId, List<KeyOutcomeView> outcomes) {
  @Override
  public String toString() {
    return "DeletedView[" + taskId + "]";
  }
}
