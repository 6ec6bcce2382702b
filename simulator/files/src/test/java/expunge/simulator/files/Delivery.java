package expunge.simulator.files;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;

/** A stream as networks deliver it: in pieces of any size, and perhaps not to its end. */
final class Delivery extends InputStream {
  private static final int CALLS_A_BYTE = 2;
  private static final int CALLS_AT_THE_END = 100;

  private final ByteArrayInputStream bytes;
  private final Random pieces;
  private final int largest;
  private int callsLeft;

  private Delivery(byte[] bytes, Random pieces, int largest) {
    this.bytes = new ByteArrayInputStream(bytes);
    this.pieces = pieces;
    this.largest = largest;
    this.callsLeft = CALLS_A_BYTE * bytes.length + CALLS_AT_THE_END;
  }

  /** As much as is asked for. */
  static Delivery atOnce(byte[] bytes) {
    return new Delivery(bytes, new Random(0), Integer.MAX_VALUE);
  }

  /** In pieces of up to {@code seed} modulo some number of bytes. */
  static Delivery inPieces(byte[] bytes, int seed) {
    Random random = new Random(seed);
    return new Delivery(bytes, random, 1 + random.nextInt(Math.max(64, bytes.length / 16)));
  }

  /** Of the first part of a file alone. */
  static Delivery cutOff(byte[] bytes, int seed) {
    int length = new Random(seed).nextInt(bytes.length);
    return atOnce(Arrays.copyOf(bytes, length));
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("one byte a call is slow");
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (callsLeft-- == 0) {
      throw new IllegalStateException("the reader asks without end");
    }
    int piece = largest == Integer.MAX_VALUE ? length : 1 + pieces.nextInt(largest);
    return bytes.read(target, offset, Math.min(length, piece));
  }
}
