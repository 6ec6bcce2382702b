package expunge.selection;

/**
 * One of several ways through a table that are gone side by side and together meet everybody once.
 *
 * @param number from 0
 * @param of how many there are
 */
public record Lane(int number, int of) {
  /**
   * @throws IllegalArgumentException if there is no such lane
   */
  public Lane {
    if (number < 0 || number >= of) {
      throw new IllegalArgumentException("no lane " + number + " of " + of);
    }
  }
}
