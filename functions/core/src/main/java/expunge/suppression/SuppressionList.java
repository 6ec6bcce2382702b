package expunge.suppression;

import expunge.dataset.Suppression;
import java.time.Instant;
import java.util.Set;

/**
 * The suppression lists of all datasets. Entries are made by the deletion itself ({@link
 * expunge.profile.ProfileStore#eraseAndSuppress}), in one transaction with it. All methods throw
 * {@link expunge.run.ExpungeException}: retryable where a list could not be reached or was
 * throttled, permanent where it refuses.
 */
public interface SuppressionList {
  /** The most entries that one call looks for. */
  int ENTRIES_PER_CALL = 100;

  /**
   * Which of the entries are there and count at {@code now}; strongly consistent.
   *
   * @param entries at most {@link #ENTRIES_PER_CALL}
   * @throws IllegalArgumentException if there are too many
   */
  Set<EntryId> standing(Suppression list, Set<EntryId> entries, Instant now);

  /**
   * Takes an entry away and keeps the record of who did that and why, both or neither.
   *
   * @return whether it was there and counted; otherwise nothing is recorded. The repetition of a
   *     call whose answer got lost finds nothing more to lift
   */
  boolean lift(Suppression list, Lifting lifting);
}
