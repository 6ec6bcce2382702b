package expunge.file;

/**
 * A run of consecutive rows, as a byte range of the file. It begins at a row and ends at the end of
 * a line.
 *
 * @param start the offset of its first byte in the file
 * @param length in bytes
 * @param line the number of its first line, from 1
 * @param rows how many rows it holds; its blank lines are not rows
 */
public record Slice(long start, int length, int line, int rows) {
  /**
   * @throws IllegalArgumentException if it holds nothing or begins before byte 0 or line 1
   */
  public Slice {
    if (start < 0 || line < 1 || rows < 1 || length < rows) {
      throw new IllegalArgumentException("a slice holds rows of a file");
    }
  }
}
