package expunge.httpapi;

import expunge.access.ApiKey;
import expunge.access.MadeKey;
import expunge.access.StoredKey;
import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key as administrators see it, never with its hash.
 *
 * @param key its text, in the answer to the call that made it alone
 * @param configured whether it stands in the settings; then nothing more is known of it
 * @param createdBy the label of the key with which it was made
 * @param lastUsedAt to within five minutes
 */
@Json
record KeyView(
    String id,
    @Nullable String key,
    String label,
    String role,
    boolean configured,
    @Nullable String createdAt,
    @Nullable String createdBy,
    @Nullable String expiresAt,
    @Nullable String lastUsedAt) {
  static KeyView of(ApiKey key) {
    return new KeyView(
        key.id().hex(), null, key.label(), key.role().word(), true, null, null, null, null);
  }

  static KeyView of(StoredKey stored) {
    return of(stored, null);
  }

  static KeyView of(MadeKey made) {
    return of(made.stored(), made.text());
  }

  private static KeyView of(StoredKey stored, @Nullable String text) {
    return new KeyView(
        stored.key().id().hex(),
        text,
        stored.key().label(),
        stored.key().role().word(),
        false,
        stored.createdAt().toString(),
        stored.createdBy(),
        stored.expiresAt().map(Instant::toString).orElse(null),
        stored.lastUsedAt().map(Instant::toString).orElse(null));
  }

  @Override
  public String toString() {
    return "KeyView[" + id + "]";
  }
}
