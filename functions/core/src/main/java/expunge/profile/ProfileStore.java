package expunge.profile;

import expunge.dataset.Dataset;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The profile table of a dataset. Keys that are numbers are compared by their value, and are handed
 * out in canonical form. All methods throw {@link expunge.run.ExpungeException}: retryable where
 * the table could not be reached or was throttled as a whole, permanent where it refuses.
 */
public interface ProfileStore {
  /** The most keys that one look-up takes. */
  int KEYS_PER_LOOKUP = 100;

  /** The most keys that one deletion takes. */
  int KEYS_PER_DELETION = 25;

  /**
   * Looks profiles up, strongly consistent.
   *
   * @param keys distinct, at most {@link #KEYS_PER_LOOKUP}
   * @throws IllegalArgumentException if there are too many, or one is there twice
   */
  Lookup find(Dataset dataset, List<ProfileKey> keys);

  /**
   * Deletes profiles. A key without a profile is no error.
   *
   * @param keys distinct, at most {@link #KEYS_PER_DELETION}
   * @return the keys that were not processed and have to be sent again; all others are gone
   * @throws IllegalArgumentException if there are too many, or one is there twice
   */
  List<ProfileKey> delete(Dataset dataset, List<ProfileKey> keys);

  /**
   * About how many profiles there are, as the store last counted them, which may be hours ago.
   *
   * @return empty where it has not counted yet
   */
  OptionalLong size(Dataset dataset);

  /**
   * What a look-up says.
   *
   * @param found the keys that have a profile
   * @param unprocessed the keys of which nothing is known; to be sent again
   */
  record Lookup(Set<ProfileKey> found, List<ProfileKey> unprocessed) {
    /** Copies both. */
    public Lookup {
      found = Set.copyOf(found);
      unprocessed = List.copyOf(unprocessed);
    }
  }
}
