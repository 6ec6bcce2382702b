package expunge.deletion;

import expunge.file.Problem;
import expunge.task.Origin;
import java.util.Locale;

/** What keeps a task from being begun. */
final class Problems {
  private Problems() {}

  static Problem reportGone() {
    return Problem.of(
        "report-gone",
        "Report gone",
        "The report of the task to retry is not kept any more, so its rows are not known.",
        "Upload a file with the identifiers.");
  }

  static Problem rowsLost() {
    return Problem.of(
        "rows-lost",
        "Rows lost",
        "No row of the task to retry can be tried again: its report has no identifiers, since its"
            + " file could not be read to the end, or only linked records are left of its"
            + " profiles.",
        "Read the report, and upload a file with the identifiers if it has none.");
  }

  static Problem unknownDataset() {
    return Problem.of(
        "unknown-dataset",
        "Unknown dataset",
        "The dataset is not declared any more, or otherwise than when the task was asked for.",
        "Declare it, and ask again.");
  }

  static Problem nobody() {
    return Problem.of(
        "nobody-meant",
        "Nobody to delete",
        "Nobody is a member of the segment, or meets the criterion, so nothing was deleted.",
        "Nothing has to be done. A segment stays disabled until it is enabled.");
  }

  /**
   * @param origin of the task, whose file would be too long
   * @param limit how many rows a file may have
   */
  static Problem tooMany(Origin origin, int limit) {
    String narrower =
        origin instanceof Origin.Segment
            ? "Take members out of the segment, which stays disabled,"
            : "Ask for fewer by a narrower criterion,";
    return Problem.of(
        "too-many-meant",
        "Too many to delete at once",
        String.format(
            Locale.ROOT,
            "More than %,d profiles are members of the segment, or meet the criterion, so nothing"
                + " was deleted.",
            limit),
        narrower + " or raise EXPUNGE_FILE_ROWS; then ask again.");
  }

  static Problem unreadableTable() {
    return Problem.of(
        "unreadable-table",
        "Table could not be read",
        "The table or index that says whom the task means could not be read, again and again, so"
            + " nothing was deleted.",
        "Compare the tables with the declaration by ./expunge check-datasets, and look into the log"
            + " of the deletion worker for what it may not read; then ask again. A segment stays"
            + " disabled until it is enabled.");
  }

  static Problem criterionGone() {
    return Problem.of(
        "criterion-gone",
        "Criterion gone",
        "What says whom the task means is not kept any more, so nothing was deleted.",
        "Ask again.");
  }
}
