package expunge.task;

import expunge.file.FileOptions;
import java.util.Optional;

/**
 * What was asked for, fixed when the task is made. The free texts are the operators' own: stored
 * and shown, never logged.
 *
 * @param dataset the declared name
 * @param deletionType the declared type, such as {@code complete}
 * @param options how the file is to be read
 */
public record Request(
    TaskKind kind,
    String dataset,
    String deletionType,
    FileOptions options,
    Optional<String> description,
    Optional<String> reason,
    Optional<String> purpose,
    Optional<String> requestedBy) {

  @Override
  public String toString() {
    return "Request[" + kind + ", " + dataset + ", " + deletionType + "]";
  }
}
