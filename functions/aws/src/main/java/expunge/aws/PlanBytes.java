package expunge.aws;

import expunge.batch.Plan;
import java.nio.ByteBuffer;
import java.util.BitSet;

/** A plan as bytes: one for its type, and its content. */
final class PlanBytes {
  private static final byte BY_KEY = 1;

  private PlanBytes() {}

  /** By key: a bit per row, the lowest first. */
  static byte[] write(Plan plan) {
    return switch (plan) {
      case Plan.ByKey byKey -> {
        byte[] bits = byKey.found().toByteArray();
        yield ByteBuffer.allocate(1 + bits.length).put(BY_KEY).put(bits).array();
      }
    };
  }

  /**
   * @throws IllegalArgumentException if the type is unknown
   */
  static Plan read(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != BY_KEY) {
      throw new IllegalArgumentException("a plan of an unknown type");
    }
    return new Plan.ByKey(BitSet.valueOf(ByteBuffer.wrap(bytes, 1, bytes.length - 1)));
  }
}
