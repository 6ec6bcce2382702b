package expunge.local.system;

import expunge.dataset.Datasets;
import expunge.local.LocalProblem;
import expunge.run.InvalidSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * The declaration of datasets in use, and the file from which every function reads it.
 *
 * @param path absolute
 */
record DatasetsFile(Path path, Datasets datasets) {
  /**
   * The declaration that the options name, or the sample, which is copied into the work folder.
   *
   * @throws LocalProblem if the file can't be read or is no declaration, with all problems
   * @throws IOException if the sample can't be copied
   */
  static DatasetsFile of(LocalOptions options) throws IOException {
    Path path = options.datasets().isPresent() ? options.datasets().get() : sample(options.work());
    return new DatasetsFile(path.toAbsolutePath(), read(path));
  }

  private static Datasets read(Path path) {
    try {
      return Datasets.parse(Files.readString(path));
    } catch (IOException unreadable) {
      throw new LocalProblem(
          "--datasets %s: the file can't be read; give the path of a JSON file in UTF-8."
              .formatted(path));
    } catch (InvalidSettings wrong) {
      throw new LocalProblem(
          "--datasets %s is not a declaration of datasets: %s."
              .formatted(path, String.join("; ", wrong.problems())));
    }
  }

  private static Path sample(Path work) throws IOException {
    Path copy = work.resolve("datasets.json");
    try (InputStream sample =
        DatasetsFile.class.getResourceAsStream("/expunge/local/datasets.json")) {
      Files.copy(Objects.requireNonNull(sample), copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy;
  }
}
