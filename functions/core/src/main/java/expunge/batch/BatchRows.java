package expunge.batch;

import expunge.file.Slice;
import java.util.List;

/**
 * What intake found in a batch, written once: where it lies in the file, and which of its rows will
 * not be looked up.
 *
 * @param slice the byte range, with its first line and its number of rows
 * @param invalid how many rows hold no acceptable value
 * @param duplicates the rows that repeat an earlier one, in order of the file
 */
public record BatchRows(Slice slice, int invalid, List<Duplicate> duplicates) {
  /**
   * @throws IllegalArgumentException if more rows are set aside than there are
   */
  public BatchRows {
    duplicates = List.copyOf(duplicates);
    if (invalid < 0 || invalid + duplicates.size() > slice.rows()) {
      throw new IllegalArgumentException("a batch can't set aside more rows than it has");
    }
  }

  /** How many rows are to be looked up and deleted. */
  public int rowsToDelete() {
    return slice.rows() - invalid - duplicates.size();
  }
}
