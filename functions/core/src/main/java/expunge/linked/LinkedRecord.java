package expunge.linked;

import expunge.item.Value;
import java.util.Map;

/**
 * One record of a linked table. It belongs to a person, so it never shows itself.
 *
 * @param key the attributes of its key
 * @param meetsCriterion whether it had the value by which the table's rule decides, where that is
 *     one; it may have changed since
 */
public record LinkedRecord(Map<String, Value> key, boolean meetsCriterion) {
  /** Copies the key. */
  public LinkedRecord {
    key = Map.copyOf(key);
  }

  @Override
  public String toString() {
    return "LinkedRecord[…]";
  }
}
