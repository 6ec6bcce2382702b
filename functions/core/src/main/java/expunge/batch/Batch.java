package expunge.batch;

import java.util.Optional;

/**
 * One batch as its record holds it.
 *
 * @param number its place in the file, from 1
 * @param rows what intake found; never changes
 * @param progress how far it has come
 * @param lease who works on it, or did; empty where it was handed back or never taken
 * @param plan empty until it is written; never changes afterwards
 * @param commit empty until the batch is final; never changes afterwards
 */
public record Batch(
    int number,
    BatchRows rows,
    Progress progress,
    Optional<Lease> lease,
    Optional<Plan> plan,
    Optional<Commit> commit) {

  /** A batch that nobody has worked on. */
  public static Batch fresh(int number, BatchRows rows) {
    return new Batch(
        number, rows, Progress.NONE, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether its commit stands. */
  public boolean isFinal() {
    return commit.isPresent();
  }

  /** Whether {@code owner} holds its lease, be it run out or not. */
  public boolean isLeasedBy(String owner) {
    return lease.map(Lease::owner).filter(owner::equals).isPresent();
  }
}
