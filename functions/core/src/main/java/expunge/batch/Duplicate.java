package expunge.batch;

/**
 * A row that repeats an identifier of an earlier row, in this batch or any before it.
 *
 * @param row the row's place in its batch, from 0
 * @param firstLine the line of the first row with this identifier
 */
public record Duplicate(int row, int firstLine) {
  /**
   * @throws IllegalArgumentException if the place is negative or the line is that of the header
   */
  public Duplicate {
    if (row < 0 || firstLine < 2) {
      throw new IllegalArgumentException("row " + row + " can't repeat line " + firstLine);
    }
  }
}
