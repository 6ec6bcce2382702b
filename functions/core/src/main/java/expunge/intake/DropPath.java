package expunge.intake;

import java.util.Optional;

/**
 * Where a dropped file lies: {@code drop/{dataset}/name.csv}, or {@code drop/name.csv} for the
 * default dataset.
 *
 * @param dataset the dataset that the key names
 */
record DropPath(Optional<String> dataset) {
  private static final String PREFIX = "drop/";

  /** Reads a key; empty where it is not that of a dropped file. */
  static Optional<DropPath> of(String key) {
    if (!key.startsWith(PREFIX) || key.endsWith("/")) {
      return Optional.empty();
    }
    String path = key.substring(PREFIX.length());
    int slash = path.indexOf('/');
    return Optional.of(
        new DropPath(slash < 0 ? Optional.empty() : Optional.of(path.substring(0, slash))));
  }
}
