package expunge.local.endtoend;

import expunge.task.TaskState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a dropper finds in {@code results/by-file/}.
 *
 * @param json the note's members
 */
record Note(Map<String, Object> json) {
  String taskId() {
    return String.valueOf(json.get("taskId"));
  }

  boolean hasEnded() {
    return TaskState.valueOf(String.valueOf(json.get("state"))).isTerminal();
  }

  /** Null where the file was accepted. */
  @Nullable Object problem() {
    return json.get("problem");
  }
}
