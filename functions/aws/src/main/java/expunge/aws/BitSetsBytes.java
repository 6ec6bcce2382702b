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
   * @throws java.nio.BufferUnderflowException if the bytes end too early
   */
  static BitSet[] read(ByteBuffer bytes) {
    byte[] first = new byte[bytes.getInt()];
    bytes.get(first);
    return new BitSet[] {BitSet.valueOf(first), BitSet.valueOf(bytes)};
  }
}
