package expunge.imports;

import expunge.dataset.Dataset;
import expunge.profile.ProfileKey;
import expunge.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes customers into the tables that people have: the profile, its activity feed, and its
 * membership of a segment. All methods throw {@link expunge.run.ExpungeException}: retryable where
 * a table could not be reached or was throttled as a whole, permanent where it refuses; and {@link
 * IllegalArgumentException} for a dataset without imports.
 */
public interface CustomerStore {
  /** The most customers that one call writes. */
  int CUSTOMERS_PER_CALL = 10;

  /** The most customers whose activities one call reads. */
  int ACTIVITIES_PER_CALL = 100;

  /**
   * Writes customers in one transaction: all that this takes of all of them, or nothing of any; of
   * many with much to check, only the first may have room in it, and the others are unprocessed. A
   * profile gets the attributes, and is made where it is new and there is none; its feed gets the
   * activity, unless it has that of the same task; the segment gets the profile, unless it has it.
   * A row whose line the activity remembers is written already, and is not written again. Repeating
   * the call is harmless.
   *
   * <p>It is not done where any of them is refused: the profile is protected, or is not the one
   * that was found, or an entry of the suppression list counts at {@code now}, or nobody may join
   * the segment, or there is no such segment.
   *
   * @param customers of different keys, at most {@link #CUSTOMERS_PER_CALL}
   * @throws IllegalArgumentException if there are too many, or a key is there twice
   */
  Written write(Dataset dataset, List<Customer> customers, Instant now);

  /** Makes a segment whose members people enter, unless there is one of this id. */
  void openSegment(Dataset dataset, String id);

  /**
   * The lines of a task's rows that were written into profiles; strongly consistent.
   *
   * @param keys distinct, at most {@link #ACTIVITIES_PER_CALL}
   * @return only keys of which some line was written
   * @throws IllegalArgumentException if there are too many, or a key is there twice
   */
  Map<ProfileKey, Set<Integer>> linesWritten(Dataset dataset, TaskId task, List<ProfileKey> keys);

  /**
   * What became of customers; all others are written, by this call or an earlier one.
   *
   * @param refused why each of those was not
   * @param unprocessed to be sent again
   * @param missing segments that are to be opened before that: unprocessed customers join them
   */
  record Written(
      Map<ProfileKey, Refusal> refused, List<ProfileKey> unprocessed, Set<String> missing) {
    /** Everything is written. */
    public static final Written ALL = new Written(Map.of(), List.of(), Set.of());

    /** Copies all. */
    public Written {
      refused = Map.copyOf(refused);
      unprocessed = List.copyOf(unprocessed);
      missing = Set.copyOf(missing);
    }
  }
}
