package expunge.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A key that an administrator made.
 *
 * @param createdBy the label of the key with which it was made
 * @param expiresAt from when on it is not valid any more; empty for never
 * @param lastUsedAt some use of the last that were noted; empty where none was
 */
public record StoredKey(
    ApiKey key,
    Instant createdAt,
    String createdBy,
    Optional<Instant> expiresAt,
    Optional<Instant> lastUsedAt) {
  /** A key that nobody has used. */
  public StoredKey(ApiKey key, Instant createdAt, String createdBy, Optional<Instant> expiresAt) {
    this(key, createdAt, createdBy, expiresAt, Optional.empty());
  }

  /** Whether it opens anything at {@code now}. */
  public boolean isValidAt(Instant now) {
    return expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
  }

  /** The same key, used at {@code at}. */
  public StoredKey used(Instant at) {
    return new StoredKey(key, createdAt, createdBy, expiresAt, Optional.of(at));
  }
}
