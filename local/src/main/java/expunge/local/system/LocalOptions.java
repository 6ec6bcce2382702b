package expunge.local.system;

import expunge.aws.AwsClients;
import expunge.local.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * How to start a system.
 *
 * @param root of the built project
 * @param work for logs, settings and what the emulators keep; made where it is missing
 * @param ports where to listen
 * @param backend another emulator of all three services, instead of our own three
 * @param datasets the file of a declaration, instead of the sample
 * @param workers how many batches of deletions are worked on at once in this process, and as many
 *     of imports; 0 for none, where other processes do it
 * @param guard whether files that look like a mistake wait for a confirmation, as in AWS
 * @param clients makes those of a function, by its name; the system closes them
 */
public record LocalOptions(
    Path root,
    Path work,
    Ports ports,
    Optional<URI> backend,
    Optional<Path> datasets,
    int workers,
    boolean guard,
    Function<String, AwsClients> clients) {
  /** Workers at once, unless told otherwise. */
  public static final int WORKERS = 2;

  /** Without the guard, and with plain clients. */
  public LocalOptions(
      Path root,
      Path work,
      Ports ports,
      Optional<URI> backend,
      Optional<Path> datasets,
      int workers) {
    this(root, work, ports, backend, datasets, workers, false, _ -> AwsClients.fromEnvironment());
  }

  /** The same, where functions are given these clients. */
  public LocalOptions with(Function<String, AwsClients> other) {
    return new LocalOptions(root, work, ports, backend, datasets, workers, guard, other);
  }

  /** The same, with the guard or without. */
  public LocalOptions guarded(boolean by) {
    return new LocalOptions(root, work, ports, backend, datasets, workers, by, clients);
  }

  /** The sample dataset on our own emulators. */
  public static LocalOptions standard(Path root, Path work, Ports ports) {
    return new LocalOptions(root, work, ports, Optional.empty(), Optional.empty(), WORKERS);
  }
}
