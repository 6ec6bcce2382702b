package expunge.intake;

import expunge.file.Problem;
import expunge.run.Settings;
import expunge.task.Accepted;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Holds dropped files that look like a mistake until somebody confirms them. A limit that is empty
 * holds nothing.
 *
 * @param rows the most rows of a file that runs at once
 * @param datasetPercent the most rows to delete, in percent of the dataset's profiles
 * @param invalidPercent the most invalid rows, in percent of the file's rows
 */
public record Guard(OptionalLong rows, OptionalInt datasetPercent, OptionalInt invalidPercent) {
  /** Holds nothing. */
  public static final Guard OFF =
      new Guard(OptionalLong.empty(), OptionalInt.empty(), OptionalInt.empty());

  private static final int PERCENT = 100;
  private static final int ROWS = 100_000;
  private static final int MOST_ROWS = 99_999_999;
  private static final int DATASET_PERCENT = 20;
  private static final int INVALID_PERCENT = 5;

  /** Reads it; a limit of 0 holds nothing. What is wrong is noted in {@code settings}. */
  static Guard from(Settings settings) {
    int rows = settings.integer("EXPUNGE_GUARD_ROWS", ROWS, 0, MOST_ROWS);
    int dataset = settings.integer("EXPUNGE_GUARD_DATASET_PERCENT", DATASET_PERCENT, 0, PERCENT);
    int invalid = settings.integer("EXPUNGE_GUARD_INVALID_PERCENT", INVALID_PERCENT, 0, PERCENT);
    return new Guard(
        rows == 0 ? OptionalLong.empty() : OptionalLong.of(rows),
        dataset == 0 ? OptionalInt.empty() : OptionalInt.of(dataset),
        invalid == 0 ? OptionalInt.empty() : OptionalInt.of(invalid));
  }

  /**
   * Why a file has to wait; empty where it may run.
   *
   * @param invalid how many of its rows are invalid
   * @param datasetSize about how many profiles the dataset has, empty where that is not known;
   *     asked for only where it decides
   */
  Optional<Problem> hold(Accepted totals, long invalid, Supplier<OptionalLong> datasetSize) {
    if (rows.isPresent() && totals.rows() > rows.getAsLong()) {
      return Optional.of(Holds.manyRows(totals.rows(), rows.getAsLong()));
    }
    if (invalidPercent.isPresent()
        && invalid * PERCENT > invalidPercent.getAsInt() * totals.rows()) {
      return Optional.of(Holds.manyInvalid(invalid, totals.rows(), invalidPercent.getAsInt()));
    }
    return datasetPercent.isPresent() && totals.rowsToDelete() > 0
        ? muchOfDataset(totals.rowsToDelete(), datasetPercent.getAsInt(), datasetSize.get())
        : Optional.empty();
  }

  private static Optional<Problem> muchOfDataset(long rows, int percent, OptionalLong size) {
    if (size.isEmpty()) {
      return Optional.of(Holds.unknownSize(rows, percent));
    }
    return rows * PERCENT > percent * size.getAsLong()
        ? Optional.of(Holds.muchOfDataset(rows, size.getAsLong(), percent))
        : Optional.empty();
  }
}
