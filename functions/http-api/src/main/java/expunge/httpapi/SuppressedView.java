package expunge.httpapi;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * Which identifiers are suppressed.
 *
 * @param suppressed as they were sent, in their order
 */
@Json
record SuppressedView(List<String> suppressed) {
  @Override
  public String toString() {
    return "SuppressedView[…]";
  }
}
