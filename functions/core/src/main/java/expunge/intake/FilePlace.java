package expunge.intake;

import expunge.task.TaskId;
import java.util.Optional;

/** What an object's place in the bucket says of it. */
sealed interface FilePlace {
  /**
   * {@code drop/{dataset}/name.csv}, or {@code drop/name.csv} for the default dataset.
   *
   * @param dataset the dataset that the key names
   */
  record Dropped(Optional<String> dataset) implements FilePlace {}

  /** {@code uploads/{taskId}/name.csv}: the file of a task that was made before. */
  record Uploaded(TaskId task) implements FilePlace {}

  /** Any other: the marker of a folder, or what is none of ours. */
  record Elsewhere() implements FilePlace {}

  /** Reads a key. */
  static FilePlace of(String key) {
    String[] path = key.split("/", 3);
    if (key.endsWith("/") || path.length < 2) {
      return new Elsewhere();
    }
    return switch (path[0]) {
      case "drop" -> new Dropped(path.length == 2 ? Optional.empty() : Optional.of(path[1]));
      case "uploads" ->
          path.length == 3 && TaskId.isTaskId(path[1])
              ? new Uploaded(new TaskId(path[1]))
              : new Elsewhere();
      default -> new Elsewhere();
    };
  }
}
