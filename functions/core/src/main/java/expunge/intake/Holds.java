package expunge.intake;

import expunge.file.Problem;

/** Why the guard lets a file wait. */
final class Holds {
  private static final String REMEDY =
      "If it is meant so, confirm the task with the number of its rows to delete. If not, cancel"
          + " it.";

  private Holds() {}

  static Problem manyRows(long rows, long limit) {
    return hold(
        "held-many-rows",
        "Many rows",
        "The file has " + rows + " rows; above " + limit + " a file waits for a confirmation.");
  }

  static Problem manyInvalid(long invalid, long rows, int percent) {
    return hold(
        "held-many-invalid",
        "Many invalid rows",
        invalid
            + " of the file's "
            + rows
            + " rows are invalid; above "
            + percent
            + " % a file waits for a confirmation, as it may be the wrong one.");
  }

  static Problem muchOfDataset(long rows, long size, int percent) {
    return hold(
        "held-much-of-dataset",
        "Much of the dataset",
        "The file would delete up to "
            + rows
            + " of about "
            + size
            + " profiles; above "
            + percent
            + " % a file waits for a confirmation.");
  }

  static Problem unknownSize(long rows, int percent) {
    return hold(
        "held-unknown-size",
        "Size of the dataset not known",
        "The file would delete up to "
            + rows
            + " profiles. Whether that is above "
            + percent
            + " % of the dataset can't be told, since its table was not counted yet.");
  }

  private static Problem hold(String type, String title, String detail) {
    return Problem.of(type, title, detail, REMEDY);
  }
}
