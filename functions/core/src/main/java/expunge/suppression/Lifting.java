package expunge.suppression;

import java.time.Instant;

/**
 * That somebody has lifted an entry. It is kept as long as the entry would have been.
 *
 * @param id of its own
 * @param by the label of the key with which it was asked for
 * @param reason in the words of whoever asked
 */
public record Lifting(String id, EntryId entry, String by, String reason, Instant at) {
  /** The reason is an operator's text, which is stored and never logged. */
  @Override
  public String toString() {
    return "Lifting[" + id + "]";
  }
}
