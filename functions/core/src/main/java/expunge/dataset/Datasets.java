package expunge.dataset;

import expunge.run.ExpungeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All declared datasets; at least one. */
public final class Datasets {
  private final Map<String, Dataset> byName;
  private final Dataset byDefault;

  /**
   * @throws IllegalArgumentException if the default is none of them
   */
  public Datasets(List<Dataset> datasets, String defaultName) {
    byName =
        datasets.stream()
            .collect(
                Collectors.toMap(
                    Dataset::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    byDefault = find(defaultName).orElseThrow(IllegalArgumentException::new);
  }

  /**
   * Reads a declaration: {@code {"datasets": {"customers": {"profiles": {"table": "…", "key":
   * "…"}}}}}.
   *
   * @throws expunge.run.InvalidSettings with all problems, each after the path of its place, such
   *     as {@code datasets.customers.profiles.table: missing}
   */
  public static Datasets parse(String declaration) {
    return new Declaration().read(declaration);
  }

  /** The dataset of exactly this name; empty where none is declared. */
  public Optional<Dataset> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The dataset that a task was made for.
   *
   * @throws ExpungeException.Permanent if it is no longer declared
   */
  public Dataset of(String name) {
    return find(name)
        .orElseThrow(
            () -> new ExpungeException.Permanent("a task's dataset is no longer declared", null));
  }

  /** Whether any of them keeps a suppression list. */
  public boolean suppress() {
    return byName.values().stream().anyMatch(dataset -> dataset.suppression().isPresent());
  }

  /** The one that is meant where none is named. */
  public Dataset defaultDataset() {
    return byDefault;
  }

  /** The names, in the order of the declaration. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
