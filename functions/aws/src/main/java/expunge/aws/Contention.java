package expunge.aws;

import expunge.run.Backoff;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Repeats a write that met a transaction on the same record: the record of a task is written by the
 * commits of all its batches, and the SDK gives up at the first such conflict.
 */
final class Contention {
  private static final int MOST_TRIES = 10;
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(20), Duration.ofSeconds(1));
  private static final Set<String> PASSING =
      Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private final Scheduler scheduler;

  Contention(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Writes until no transaction is in the way, for up to about four seconds.
   *
   * @throws ExpungeException.Retryable if one always is
   */
  <T> T outlast(Supplier<T> write) {
    for (int failed = 1; failed <= MOST_TRIES; failed++) {
      try {
        return write.get();
      } catch (TransactionConflictException | TransactionCanceledException refused) {
        if (!isContended(refused)) {
          throw refused;
        }
      }
      scheduler.waitUntil(BACKOFF.next(scheduler, failed));
    }
    throw new ExpungeException.Retryable("a record is busy with other transactions", null);
  }

  /** Whether nothing but other transactions, or too many requests, was in the way. */
  static boolean isContended(DynamoDbException refused) {
    return !(refused instanceof TransactionCanceledException cancelled)
        || cancelled.cancellationReasons().stream()
            .map(CancellationReason::code)
            .allMatch(PASSING::contains);
  }
}
