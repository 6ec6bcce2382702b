package expunge.task;

import expunge.file.FileOptions;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for, fixed when the task is made. The free texts are the operators' own: stored
 * and shown, never logged.
 *
 * @param dataset the declared name
 * @param deletionType the declared type, such as {@code complete}; empty for an import
 * @param options how the file is to be read
 * @param purpose one of {@link #PURPOSES}; a dropped file may name another one, and is rejected
 * @param dryRun whether everything is planned and nothing deleted
 * @param confirmed whether whoever asked for it has confirmed it with that, so that nobody is
 *     waited for
 * @param origin where its file comes from
 * @param settings of an import, where a row says nothing else; empty for any other task
 */
public record Request(
    TaskKind kind,
    String dataset,
    String deletionType,
    FileOptions options,
    Optional<String> description,
    Optional<String> reason,
    Optional<String> purpose,
    Optional<String> requestedBy,
    boolean dryRun,
    boolean confirmed,
    Origin origin,
    Optional<ImportSettings> settings) {
  /** The words that say what a deletion is for. */
  public static final List<String> PURPOSES = List.of("privacy_request", "clean_up");

  /**
   * @throws IllegalArgumentException if it is no import and has settings of one, or the other way
   *     round
   */
  public Request {
    if (settings.isPresent() != (kind == TaskKind.IMPORT)) {
      throw new IllegalArgumentException("an import, and nothing else, has settings of one");
    }
  }

  /** One that is no import. */
  public Request(
      TaskKind kind,
      String dataset,
      String deletionType,
      FileOptions options,
      Optional<String> description,
      Optional<String> reason,
      Optional<String> purpose,
      Optional<String> requestedBy,
      boolean dryRun,
      boolean confirmed,
      Origin origin) {
    this(
        kind,
        dataset,
        deletionType,
        options,
        description,
        reason,
        purpose,
        requestedBy,
        dryRun,
        confirmed,
        origin,
        Optional.empty());
  }

  /** A deletion of which nothing more is said. */
  public static Request deletion(String dataset, String deletionType) {
    return new Request(
        TaskKind.DELETION,
        dataset,
        deletionType,
        FileOptions.none(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        new Origin.Sent());
  }

  /** The task whose failed and cancelled rows it takes; empty for any other task. */
  public Optional<Origin.Retry> retryOf() {
    return origin instanceof Origin.Retry retry ? Optional.of(retry) : Optional.empty();
  }

  @Override
  public String toString() {
    return "Request[" + kind + ", " + dataset + ", " + deletionType + "]";
  }
}
