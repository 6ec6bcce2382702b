package expunge.object;

import java.time.Instant;

/**
 * A version of an object, as a listing shows it.
 *
 * @param lastModified when it was put
 */
public record ListedVersion(ObjectVersion version, Instant lastModified) {}
