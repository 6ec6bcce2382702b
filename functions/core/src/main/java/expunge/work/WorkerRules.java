package expunge.work;

import expunge.run.Settings;
import java.time.Duration;

/**
 * The operator's settings of the workers.
 *
 * @param inFlight the most requests of one batch at once
 * @param workers how many workers run at most; each takes an equal share of a dataset's ceiling of
 *     writes per second
 * @param handBacks how many leases in a row may end without progress before a batch is a fault
 * @param hopelessAfter how many leases in a row may end without progress before the profiles that
 *     are still there are counted as failed
 * @param leaseMargin how long a lease outlives its invocation
 */
public record WorkerRules(
    int inFlight, int workers, int handBacks, int hopelessAfter, Duration leaseMargin) {
  /** Eight requests at once, ten workers, three and five leases, a minute. */
  public static final WorkerRules STANDARD = new WorkerRules(8, 10, 3, 5, Duration.ofSeconds(60));

  private static final int MOST_IN_FLIGHT = 64;
  private static final int MOST_WORKERS = 1_000;
  private static final int MARGIN_SECONDS = 20;

  /** A call takes up to 10, and a step of several asks for the deadline before each. */
  private static final int LEAST_MARGIN = 12;

  private static final int MOST_MARGIN = 300;

  /** Reads them; what is wrong is noted in {@code settings}. */
  public static WorkerRules from(Settings settings) {
    return new WorkerRules(
        settings.integer("EXPUNGE_REQUESTS_IN_FLIGHT", STANDARD.inFlight, 1, MOST_IN_FLIGHT),
        settings.integer("EXPUNGE_WORKERS", STANDARD.workers, 1, MOST_WORKERS),
        STANDARD.handBacks,
        STANDARD.hopelessAfter,
        STANDARD.leaseMargin);
  }

  /**
   * How long before the end of an invocation no call may begin any more: longer than the longest
   * call to DynamoDB. What is wrong is noted in {@code settings}.
   */
  public static Duration margin(Settings settings) {
    return Duration.ofSeconds(
        settings.integer("EXPUNGE_MARGIN_SECONDS", MARGIN_SECONDS, LEAST_MARGIN, MOST_MARGIN));
  }
}
