package expunge.aws;

import expunge.batch.Plan;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;

/** A plan as bytes: one for its type, and its content. */
final class PlanBytes {
  private static final byte BY_KEY = 1;
  private static final byte BY_KEY_AND_HELD = 2;
  private static final byte IN_OBJECT = 3;
  private static final int SHA_256 = 32;

  private PlanBytes() {}

  /** By key: a bit per row, the lowest first; with protected rows, twice as many. */
  static byte[] write(Plan plan) {
    return switch (plan) {
      case Plan.ByKey byKey when byKey.held().isEmpty() -> {
        byte[] found = byKey.found().toByteArray();
        yield ByteBuffer.allocate(1 + found.length).put(BY_KEY).put(found).array();
      }
      case Plan.ByKey byKey -> {
        byte[] both = BitSetsBytes.write(byKey.found(), byKey.held());
        yield ByteBuffer.allocate(1 + both.length).put(BY_KEY_AND_HELD).put(both).array();
      }
      case Plan.InObject(String object, String sha256, int profiles) -> {
        byte[] key = object.getBytes(StandardCharsets.UTF_8);
        yield ByteBuffer.allocate(1 + SHA_256 + Integer.BYTES + key.length)
            .put(IN_OBJECT)
            .put(HexFormat.of().parseHex(sha256))
            .putInt(profiles)
            .put(key)
            .array();
      }
    };
  }

  /**
   * @throws IllegalArgumentException if the type is unknown, or the bytes end too early
   */
  static Plan read(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    try {
      return switch (bytes.get()) {
        case BY_KEY -> new Plan.ByKey(BitSet.valueOf(bytes));
        case BY_KEY_AND_HELD -> {
          BitSet[] both = BitSetsBytes.read(bytes);
          yield new Plan.ByKey(both[0], both[1]);
        }
        case IN_OBJECT -> inObject(bytes);
        default -> throw new IllegalArgumentException("a plan of an unknown type");
      };
    } catch (BufferUnderflowException cut) {
      throw new IllegalArgumentException("a plan that is cut off", cut);
    }
  }

  private static Plan inObject(ByteBuffer bytes) {
    byte[] sha256 = new byte[SHA_256];
    bytes.get(sha256);
    int profiles = bytes.getInt();
    byte[] key = new byte[bytes.remaining()];
    bytes.get(key);
    return new Plan.InObject(
        new String(key, StandardCharsets.UTF_8), HexFormat.of().formatHex(sha256), profiles);
  }
}
