package expunge.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys that administrators made; of each its hash alone. What one call has written, every later
 * one sees. All methods throw {@link expunge.run.ExpungeException}: retryable where the store could
 * not be reached or was throttled, permanent where it refuses. Times are kept to the millisecond.
 */
public interface KeyStore {
  /**
   * Keeps a key, unless its label is that of another one that is valid when it is created.
   *
   * @return whether it is kept; of two at once with one label, one is. Repeating the call changes
   *     nothing and answers the same
   */
  boolean create(StoredKey key);

  /** The key of this id, be it valid or not; empty where there is none, or no more. */
  Optional<StoredKey> find(KeyId id);

  /** All keys, the oldest first; an expired one goes some weeks after its end. */
  List<StoredKey> list();

  /**
   * Removes a key with everything that is known of it, so that nobody is let in by it any more.
   *
   * @return whether there was one
   */
  boolean revoke(KeyId id);

  /**
   * Notes that a key was used at {@code at}, unless it is on record that it was used after {@code
   * since}. Does nothing where there is no such key.
   */
  void noteUse(KeyId id, Instant at, Instant since);
}
