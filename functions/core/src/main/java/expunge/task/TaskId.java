package expunge.task;

import expunge.run.Ids;
import java.util.regex.Pattern;

/**
 * Names a task, in links, object keys and messages.
 *
 * @param value 26 lower-case letters and digits
 */
public record TaskId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-z]{" + Ids.LENGTH + "}");

  /**
   * @throws IllegalArgumentException if the value has another form
   */
  public TaskId {
    if (!isTaskId(value)) {
      throw new IllegalArgumentException("not a task id");
    }
  }

  /** Whether {@code text} has the form of a task id. */
  public static boolean isTaskId(String text) {
    return FORM.matcher(text).matches();
  }

  /** The id of the task that stands for these parts, in this order: the same parts, the same id. */
  public static TaskId derivedFrom(String... parts) {
    return new TaskId(Ids.derivedFrom(parts));
  }

  @Override
  public String toString() {
    return value;
  }
}
