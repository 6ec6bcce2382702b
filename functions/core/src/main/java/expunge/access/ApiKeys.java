package expunge.access;

import java.util.Optional;

/** The keys that are valid now. */
public interface ApiKeys {
  /**
   * The key of this hash; empty where none is valid. The time it takes does not tell how close a
   * miss was.
   */
  Optional<ApiKey> find(KeyHash presented);
}
