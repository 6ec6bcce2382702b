package expunge.file;

import java.util.List;

/**
 * A slice with its rows in file order.
 *
 * @param rows exactly {@code slice.rows()}
 */
public record ReadSlice(Slice slice, List<Row> rows) {
  public ReadSlice {
    rows = List.copyOf(rows);
  }
}
