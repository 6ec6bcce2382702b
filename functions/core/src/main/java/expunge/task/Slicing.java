package expunge.task;

import expunge.dataset.Dataset;
import expunge.file.Limits;
import java.util.Optional;

/**
 * How a file is cut into batches and where its rows are looked up, fixed when its task is made: a
 * second reading that cut otherwise would leave gaps or take rows twice, and a plan must not be
 * carried out on another table.
 *
 * @param readerVersion which reader; a worker or intake that knows only another one must not go on
 * @param declaration what the dataset's declaration said of the table and its key
 * @param limits the bounds of the file and of a batch
 */
public record Slicing(int readerVersion, String declaration, Limits limits) {
  /** The reader of this build. */
  public static final int READER_VERSION = 1;

  /**
   * With the reader of this build.
   *
   * @param dataset empty where none of the task's name is declared
   */
  public static Slicing by(Limits limits, Optional<Dataset> dataset) {
    return new Slicing(READER_VERSION, dataset.map(Dataset::fingerprint).orElse(""), limits);
  }

  /** As {@link #by(Limits, Optional)}, of a file of customers where the task is an import. */
  public static Slicing by(Limits limits, Optional<Dataset> dataset, TaskKind kind) {
    return switch (kind) {
      case DELETION -> by(limits, dataset);
      case IMPORT ->
          new Slicing(READER_VERSION, dataset.map(Dataset::importFingerprint).orElse(""), limits);
    };
  }

  /** Whether this build, with this declaration, reads and deletes as the task demands. */
  public boolean isReadable(Dataset dataset) {
    return readerVersion == READER_VERSION && isDeclaredAs(dataset);
  }

  /** Whether the dataset is still declared as it was when the task was made. */
  public boolean isDeclaredAs(Dataset dataset) {
    return declaration.equals(dataset.fingerprint())
        || declaration.equals(dataset.importFingerprint());
  }
}
