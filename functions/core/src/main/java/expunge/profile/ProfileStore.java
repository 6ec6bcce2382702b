package expunge.profile;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.Identifier;
import expunge.item.Cursor;
import expunge.suppression.Entry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The profile table of a dataset. Keys that are numbers are compared by their value, and are handed
 * out in canonical form. Items whose keys do not have the declared form are no profiles, and stay
 * unseen. All methods throw {@link expunge.run.ExpungeException}: retryable where the table could
 * not be reached or was throttled as a whole, permanent where it refuses.
 */
public interface ProfileStore {
  /** The most keys that one look-up takes. */
  int KEYS_PER_LOOKUP = 100;

  /** The most profiles that one call erases. */
  int TARGETS_PER_CALL = 25;

  /**
   * Looks profiles up, strongly consistent.
   *
   * @param keys distinct, at most {@link #KEYS_PER_LOOKUP}
   * @throws IllegalArgumentException if there are too many, or one is there twice
   */
  Lookup find(Dataset dataset, List<ProfileKey> keys);

  /**
   * Profiles that an index says have the value. An index lags behind, so that a profile may be
   * missing, or may have another value by now.
   *
   * @param identifier one with an index
   * @param value in normal form
   * @param after where the page before ended; empty for the first page
   */
  Matching matching(Dataset dataset, Identifier identifier, String value, Optional<Cursor> after);

  /**
   * Takes from profiles what the type says, unless they are protected, or are no longer those that
   * were found. A key without a profile is no error. Repeating it is harmless; a profile that has
   * already lost an attribute that it must carry is refused then.
   *
   * @param targets distinct, at most {@link #TARGETS_PER_CALL}
   * @throws IllegalArgumentException if there are too many, or one is there twice
   */
  Erased erase(Dataset dataset, DeletionType type, List<Target> targets);

  /**
   * Deletes a profile and enters in the dataset's suppression list what it was known by: both or
   * neither. It is not done where the profile is protected, or has not exactly the identifiers that
   * were read; where there is no profile any more, it is entered all the same. Repeating it is
   * harmless: an entry that is there is written anew.
   *
   * @param dataset one that keeps a list
   * @param entries of all that it was known by when it was read
   */
  Erased eraseAndSuppress(Dataset dataset, LastSeen profile, List<Entry> entries);

  /**
   * About how many profiles there are, as the store last counted them, which may be hours ago.
   *
   * @return empty where it has not counted yet
   */
  OptionalLong size(Dataset dataset);

  /**
   * What a look-up says.
   *
   * @param profiles those that are there
   * @param unprocessed the keys of which nothing is known; to be sent again
   */
  record Lookup(List<Profile> profiles, List<ProfileKey> unprocessed) {
    /** Copies both. */
    public Lookup {
      profiles = List.copyOf(profiles);
      unprocessed = List.copyOf(unprocessed);
    }

    /** The keys that have a profile. */
    public Set<ProfileKey> found() {
      return profiles.stream().map(Profile::key).collect(Collectors.toUnmodifiableSet());
    }
  }

  /**
   * A page of matches.
   *
   * @param keys may be none although there are more pages
   * @param next where it ended; empty after the last page
   */
  record Matching(List<ProfileKey> keys, Optional<Cursor> next) {
    /** Copies the keys. */
    public Matching {
      keys = List.copyOf(keys);
    }
  }

  /**
   * What became of targets; all others are erased, or have no profile.
   *
   * @param unprocessed to be sent again
   * @param refused the profiles that are protected or no longer those that were found, as they are
   */
  record Erased(List<ProfileKey> unprocessed, List<Profile> refused) {
    /** Everything is done. */
    public static final Erased ALL = new Erased(List.of(), List.of());

    /** Copies both. */
    public Erased {
      unprocessed = List.copyOf(unprocessed);
      refused = List.copyOf(refused);
    }
  }
}
