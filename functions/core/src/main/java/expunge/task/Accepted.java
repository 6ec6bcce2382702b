package expunge.task;

import expunge.file.Layout;

/**
 * What intake found in a file that it accepts: everything that a worker needs to read a batch of
 * it, and the totals.
 *
 * @param rows all data records
 * @param rowsToDelete rows less the invalid and the duplicate ones
 * @param batches how many batches; at least 1
 */
public record Accepted(Layout layout, long rows, long rowsToDelete, int batches) {
  /**
   * @throws IllegalArgumentException if there is no batch, or more rows are to be deleted than are
   *     there
   */
  public Accepted {
    if (batches < 1 || rowsToDelete < 0 || rowsToDelete > rows) {
      throw new IllegalArgumentException("impossible totals");
    }
  }
}
