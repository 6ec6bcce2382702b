package expunge.httpapi;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * Which identifiers were suppressed until this call.
 *
 * @param lifted as they were sent, in their order
 */
@Json
record LiftedView(List<String> lifted) {
  @Override
  public String toString() {
    return "LiftedView[…]";
  }
}
