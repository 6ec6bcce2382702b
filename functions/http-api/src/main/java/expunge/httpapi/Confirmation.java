package expunge.httpapi;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * The body of a confirmation.
 *
 * @param rows how many rows the caller believes will be deleted; absent where the body lacks it
 */
@Json
record Confirmation(@Nullable Long rows) {}
