package expunge.item;

import java.util.Map;

/**
 * Where a page of a query ended, so that the next one begins after it.
 *
 * @param position as the store put it; nobody else reads it
 */
public record Cursor(Map<String, Value> position) {
  /** Copies the map. */
  public Cursor {
    position = Map.copyOf(position);
  }
}
