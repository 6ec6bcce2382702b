package expunge.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalInt;

/**
 * Remembers on which line each identifier of a file came first. It keeps 128 bits of each value's
 * SHA-256 instead of the value, so two values of ten million meet by chance once in 10^24 files; at
 * its peak it needs 48 bytes a row, growth included, because it grows in 256 parts one by one.
 */
public final class DuplicateFilter {
  private static final int SEGMENTS = 256;

  private final MessageDigest sha256;
  private final HashSegment[] segments = new HashSegment[SEGMENTS];
  private long bytes;
  private long peakBytes;

  public DuplicateFilter() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    Arrays.setAll(segments, _ -> new HashSegment());
    bytes = (long) SEGMENTS * HashSegment.EMPTY_BYTES;
    peakBytes = bytes;
  }

  /**
   * Asks for a value and remembers it if it is new.
   *
   * @param line from 1
   * @return the line on which this value came before; empty if it is new
   */
  public OptionalInt firstLineOf(String value, int line) {
    ByteBuffer hash = hash(value);
    return firstLineOf(hash.getLong(), hash.getLong(), line);
  }

  /**
   * Asks for all identifiers of a row, and remembers them if all of them are new.
   *
   * @param line from 1
   * @return the line on which one of them came before; then none is remembered
   */
  public OptionalInt firstLineOfAny(Collection<String> values, int line) {
    for (String value : values) {
      ByteBuffer hash = hash(value);
      long high = hash.getLong();
      OptionalInt first = segments[(int) high & (SEGMENTS - 1)].lineOf(high, hash.getLong());
      if (first.isPresent()) {
        return first;
      }
    }
    values.forEach(value -> firstLineOf(value, line));
    return OptionalInt.empty();
  }

  private ByteBuffer hash(String value) {
    return ByteBuffer.wrap(sha256.digest(value.getBytes(StandardCharsets.UTF_8)));
  }

  OptionalInt firstLineOf(long high, long low, int line) {
    HashSegment segment = segments[(int) high & (SEGMENTS - 1)];
    if (segment.isFull()) {
      long before = segment.bytes();
      segment.grow();
      peakBytes = Math.max(peakBytes, bytes + segment.bytes());
      bytes += segment.bytes() - before;
    }
    return segment.firstLineOf(high, low, line);
  }

  /** The most bytes ever held, while a segment grows its old and its new arrays together. */
  long peakBytes() {
    return peakBytes;
  }
}
