package expunge.file;

import java.util.OptionalInt;

/**
 * A hash table from 128-bit hashes to lines: open addressing in arrays of primitives, 20 bytes a
 * slot. A slot is free while its line is 0, so every hash can be kept, also zero.
 */
final class HashSegment {
  /** Object and array headers, and the reference to it. */
  static final int EMPTY_BYTES = 80;

  private static final int FIRST_SLOTS = 8;
  private static final int SLOT_BYTES = 2 * Long.BYTES + Integer.BYTES;

  private long[] hashes = {};
  private int[] lines = {};
  private int count;

  long bytes() {
    return EMPTY_BYTES + (long) SLOT_BYTES * lines.length;
  }

  /** Whether it must grow before it takes another hash: at four fifths, where probing is short. */
  boolean isFull() {
    return (count + 1L) * 5 > lines.length * 4L;
  }

  OptionalInt firstLineOf(long high, long low, int line) {
    int slot = slotOf(high, low);
    if (lines[slot] != 0) {
      return OptionalInt.of(lines[slot]);
    }
    put(slot, high, low, line);
    count++;
    return OptionalInt.empty();
  }

  /** The line of a hash; empty where it is not there. */
  OptionalInt lineOf(long high, long low) {
    if (count == 0) {
      return OptionalInt.empty();
    }
    int line = lines[slotOf(high, low)];
    return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
  }

  /** By half: doubling would need more than the promised bytes a row. */
  void grow() {
    long[] oldHashes = hashes;
    int[] oldLines = lines;
    int slots = Math.max(FIRST_SLOTS, oldLines.length + oldLines.length / 2);
    hashes = new long[2 * slots];
    lines = new int[slots];
    for (int i = 0; i < oldLines.length; i++) {
      if (oldLines[i] != 0) {
        long high = oldHashes[2 * i];
        long low = oldHashes[2 * i + 1];
        put(slotOf(high, low), high, low, oldLines[i]);
      }
    }
  }

  /** The slot that holds the hash, or the free one where it belongs. */
  private int slotOf(long high, long low) {
    int slot = (int) (((low >>> 32) * lines.length) >>> 32);
    while (lines[slot] != 0 && (hashes[2 * slot] != high || hashes[2 * slot + 1] != low)) {
      slot = slot + 1 == lines.length ? 0 : slot + 1;
    }
    return slot;
  }

  private void put(int slot, long high, long low, int line) {
    hashes[2 * slot] = high;
    hashes[2 * slot + 1] = low;
    lines[slot] = line;
  }
}
