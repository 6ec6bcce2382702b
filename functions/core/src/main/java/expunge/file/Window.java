package expunge.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of a file that is held in memory: from the first byte still needed to the last one read.
 * Positions count from the first byte still needed.
 */
final class Window {
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final long size;
  private byte[] bytes = new byte[CHUNK];
  private int from;
  private int to;
  private long start;

  Window(InputStream in, long size) {
    this.in = in;
    this.size = size;
  }

  /** The offset in the file of position 0. */
  long start() {
    return start;
  }

  int length() {
    return to - from;
  }

  /** The array in which position 0 is at {@link #base()}, until the next {@link #fill()}. */
  byte[] array() {
    return bytes;
  }

  int base() {
    return from;
  }

  byte[] copy(int begin, int end) {
    return Arrays.copyOfRange(bytes, from + begin, from + end);
  }

  /** Bytes as characters of the same number; a question mark stands for any byte. */
  boolean startsWith(String expected) {
    for (int i = 0; i < expected.length(); i++) {
      char c = expected.charAt(i);
      if (i >= length() || (c != '?' && (bytes[from + i] & 0xFF) != c)) {
        return false;
      }
    }
    return true;
  }

  void discard(int count) {
    from += count;
    start += count;
  }

  /**
   * Reads on, by at least one byte.
   *
   * @return false at the end of the file
   * @throws IOException also if the stream ends before the file does: a half file is never accepted
   */
  boolean fill() throws IOException {
    makeRoom();
    int count = in.read(bytes, to, Math.min(bytes.length - to, CHUNK));
    if (count > 0) {
      to += count;
      return true;
    }
    long end = start + length();
    if (end != size) {
      throw new IOException("the stream ended at byte " + end + " of " + size);
    }
    return false;
  }

  private void makeRoom() {
    if (bytes.length - to >= CHUNK / 2) {
      return;
    }
    byte[] target =
        bytes.length - length() >= CHUNK / 2 ? bytes : new byte[bytes.length + bytes.length / 2];
    System.arraycopy(bytes, from, target, 0, length());
    to = length();
    from = 0;
    bytes = target;
  }
}
