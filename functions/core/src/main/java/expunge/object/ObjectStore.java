package expunge.object;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The bucket. All methods throw {@link expunge.run.ExpungeException}: retryable where the bucket
 * could not be reached or was busy, permanent where it refuses.
 */
public interface ObjectStore {
  /** The most bytes that one put takes. */
  long LARGEST_PUT = 5L << 30;

  /** The bucket's name. */
  String bucket();

  /**
   * Looks an object up.
   *
   * @param versionId empty for the newest version
   * @return empty where there is none (any more)
   */
  Optional<StoredObject> describe(String key, Optional<String> versionId);

  /**
   * The whole object, from its first byte; without a version id, the newest one if it still has the
   * ETag. The caller closes the stream; reading it throws {@link java.io.IOException} where the
   * connection is lost.
   *
   * @throws ObjectGone if this version is no longer there
   */
  InputStream open(ObjectVersion version);

  /**
   * A byte range of that same version.
   *
   * @param length at least 1
   * @throws ObjectGone if this version is no longer there, or is shorter
   */
  byte[] read(ObjectVersion version, long start, int length);

  /** The newest version of a small object; empty where there is none. */
  Optional<byte[]> read(String key);

  /** Writes a small object, whatever was there before. */
  void put(String key, String contentType, byte[] content);

  /**
   * Writes a small object where the newest version still has this ETag.
   *
   * @param eTag without quotes; empty to write only where there is no object
   * @return whether this call wrote it; may be false although it did, where the first answer was
   *     lost
   */
  boolean replace(String key, String contentType, byte[] content, Optional<String> eTag);

  /**
   * Writes {@code head} and then all of {@code parts} as one object, in bounded memory. It appears
   * whole or not at all; several may write the same at once.
   *
   * @param each what is written instead of the content of a part
   * @throws ObjectGone if a part is not there
   */
  void join(
      String key, String contentType, byte[] head, List<String> parts, UnaryOperator<byte[]> each);

  /** As {@link #join(String, String, byte[], List, UnaryOperator)}, of the parts as they are. */
  default void join(String key, String contentType, byte[] head, List<String> parts) {
    join(key, contentType, head, parts, UnaryOperator.identity());
  }

  /**
   * Up to {@code limit} versions of objects whose keys begin with {@code prefix}, in order of their
   * keys, and the newest of a key first. Where the bucket keeps versions, those of objects that
   * were deleted are among them, and the marks of the deletions too. Where a version and a mark are
   * of the same second, and none of them is the newest, the mark may come first though it is older.
   *
   * @param after the last one of the page before; empty for the first page
   * @return an empty list after the last version
   */
  List<ListedVersion> list(String prefix, Optional<ObjectVersion> after, int limit);

  /** Deletes every object whose key begins with {@code prefix}; none is fine. */
  void deleteAll(String prefix);

  /** A link by which anybody can fetch the object until {@code validFor} is over. */
  URI linkTo(String key, Duration validFor);

  /**
   * A link by which anybody can put this very object where there is none: so many bytes with this
   * hash, under this key. It ends early where the credentials that sign it do.
   *
   * @param bytes from 1 to {@link #LARGEST_PUT}
   * @throws IllegalArgumentException if there are more or fewer
   */
  Upload uploadTo(String key, long bytes, Sha256 sha256, Duration validFor);
}
