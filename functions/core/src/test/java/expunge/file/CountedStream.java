package expunge.file;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Delivers a few bytes at a time, as networks do, and counts them. */
final class CountedStream extends InputStream {
  private final ByteArrayInputStream bytes;
  private final int atOnce;
  private int delivered;

  CountedStream(byte[] bytes, int atOnce) {
    this.bytes = new ByteArrayInputStream(bytes);
    this.atOnce = atOnce;
  }

  int delivered() {
    return delivered;
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("one byte a call is slow");
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    int count = bytes.read(target, offset, Math.min(length, atOnce));
    delivered += Math.max(count, 0);
    return count;
  }
}
