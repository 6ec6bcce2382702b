package expunge.aws;

import java.nio.ByteBuffer;
import java.util.BitSet;

/** Two sets of bits as bytes: the length of the first, and both, the lowest bits first. */
final class BitSetsBytes {
  private BitSetsBytes() {}

  static byte[] write(BitSet one, BitSet other) {
    byte[] first = one.toByteArray();
    byte[] second = other.toByteArray();
    return ByteBuffer.allocate(Integer.BYTES + first.length + second.length)
        .putInt(first.length)
        .put(first)
        .put(second)
        .array();
  }

  /**
   * @throws IllegalArgumentException if the bytes end too early
   */
  static BitSet[] read(ByteBuffer bytes) {
    if (bytes.remaining() < Integer.BYTES) {
      throw new IllegalArgumentException("bits that are cut off");
    }
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new IllegalArgumentException("bits that are cut off");
    }
    byte[] first = new byte[length];
    bytes.get(first);
    return new BitSet[] {BitSet.valueOf(first), BitSet.valueOf(bytes)};
  }
}
