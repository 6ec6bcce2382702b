package expunge.aws;

import expunge.batch.Duplicate;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The duplicates of a batch as bytes: one for the form, then for each its distance in rows from the
 * one before and its first line, as numbers of seven bits a byte, the lowest first. A thousand rows
 * of a file of ten million lines take 5 KB.
 */
final class DuplicatesBytes {
  private static final byte DISTANCES = 1;
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;
  private static final int LARGEST_SHIFT = 28;

  private DuplicatesBytes() {}

  static byte[] write(List<Duplicate> duplicates) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(DISTANCES);
    int row = 0;
    for (Duplicate duplicate : duplicates) {
      writeNumber(bytes, duplicate.row() - row);
      writeNumber(bytes, duplicate.firstLine());
      row = duplicate.row();
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IllegalArgumentException if the form is unknown, or the bytes end within a number
   */
  static List<Duplicate> read(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    try {
      if (bytes.get() != DISTANCES) {
        throw new IllegalArgumentException("duplicates of an unknown form");
      }
      return readAll(bytes);
    } catch (BufferUnderflowException cut) {
      throw new IllegalArgumentException("duplicates that are cut off", cut);
    }
  }

  private static List<Duplicate> readAll(ByteBuffer bytes) {
    List<Duplicate> duplicates = new ArrayList<>();
    int row = 0;
    while (bytes.hasRemaining()) {
      row += readNumber(bytes);
      duplicates.add(new Duplicate(row, readNumber(bytes)));
    }
    return duplicates;
  }

  private static void writeNumber(ByteArrayOutputStream bytes, int number) {
    int left = number;
    while ((left & -MORE) != 0) {
      bytes.write((left & (MORE - 1)) | MORE);
      left >>>= BITS;
    }
    bytes.write(left);
  }

  private static int readNumber(ByteBuffer bytes) {
    int number = 0;
    for (int shift = 0; shift <= LARGEST_SHIFT; shift += BITS) {
      byte next = bytes.get();
      number |= (next & (MORE - 1)) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("a number of more than 32 bits");
  }
}
