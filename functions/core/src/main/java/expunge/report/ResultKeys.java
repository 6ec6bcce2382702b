package expunge.report;

import expunge.task.TaskId;
import java.util.Locale;

/** Where in the bucket things lie that Expunge writes itself. */
public final class ResultKeys {
  private ResultKeys() {}

  /** The report of a task. */
  public static String report(TaskId task) {
    return "results/" + task + "/report.csv";
  }

  /** A batch's lines of the report, as one attempt wrote them. */
  public static String part(TaskId task, int batch, int attempt) {
    return String.format(Locale.ROOT, "results/%s/parts/%08d-%d", task, batch, attempt);
  }

  /** A batch's lines of the report, if the batch was closed without being begun. */
  public static String closedPart(TaskId task, int batch) {
    return String.format(Locale.ROOT, "results/%s/parts/%08d-closed", task, batch);
  }

  /** The note that says what became of a dropped file. */
  public static String byFile(String key) {
    return "results/by-file/" + key + ".json";
  }

  /** The plan of a batch whose identifiers are not the table's key. */
  public static String plan(TaskId task, int batch) {
    return String.format(Locale.ROOT, "%s%08d", work(task), batch);
  }

  /** Whom a task means that has no file yet; it may name people. */
  public static String criterion(TaskId task) {
    return "criteria/" + task + ".json";
  }

  /** The prefix of what a task needs only until it has ended. */
  public static String work(TaskId task) {
    return "work/" + task + "/";
  }
}
