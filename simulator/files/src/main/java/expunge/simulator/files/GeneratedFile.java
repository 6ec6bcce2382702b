package expunge.simulator.files;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file that is made while it is read, so that a gigabyte needs no memory. */
final class GeneratedFile extends InputStream {
  private static final int BLOCK = 1 << 16;

  private final List<Part> parts;
  private int part;
  private long done;

  GeneratedFile(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Some bytes, again and again. */
  static final class Part {
    private final byte[] block;
    private final long bytes;

    /**
     * Makes a part.
     *
     * @param latin1 a character for each byte
     * @param times how often, from 0
     */
    Part(String latin1, long times) {
      long inABlock = Math.max(1, Math.min(times, BLOCK / latin1.length()));
      this.block = latin1.repeat((int) inABlock).getBytes(StandardCharsets.ISO_8859_1);
      this.bytes = latin1.length() * times;
    }

    long bytes() {
      return bytes;
    }
  }

  /** A part that comes once. */
  static Part once(String latin1) {
    return new Part(latin1, 1);
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("one byte a call is slow");
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    while (part < parts.size() && done == parts.get(part).bytes) {
      part++;
      done = 0;
    }
    if (part == parts.size()) {
      return -1;
    }
    Part current = parts.get(part);
    int from = (int) (done % current.block.length);
    int inBlock = Math.min(length, current.block.length - from);
    int count = (int) Math.min(inBlock, current.bytes - done);
    System.arraycopy(current.block, from, target, offset, count);
    done += count;
    return count;
  }
}
