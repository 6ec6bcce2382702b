package expunge.object;

import java.time.Instant;

/**
 * A version of an object, or the mark of its deletion, as a listing shows it.
 *
 * @param version without an ETag where it is such a mark
 * @param lastModified when it was put, or deleted
 * @param isDeletion whether the object was deleted here, and what is older is hidden since
 */
public record ListedVersion(ObjectVersion version, Instant lastModified, boolean isDeletion) {
  /** One that was put. */
  public static ListedVersion put(ObjectVersion version, Instant at) {
    return new ListedVersion(version, at, false);
  }

  /** The mark of a deletion. */
  public static ListedVersion deleted(ObjectVersion mark, Instant at) {
    return new ListedVersion(mark, at, true);
  }
}
