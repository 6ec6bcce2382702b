package expunge.task;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A call that made a task, as it is remembered.
 *
 * @param until from when on it counts for nothing; to the millisecond
 */
public record KeyedCall(CallKey call, TaskId task, Instant until) {
  /** How long a call is remembered. */
  public static final Duration LIFE = Duration.ofHours(24);

  /** Cuts off what is finer than a millisecond. */
  public KeyedCall {
    until = until.truncatedTo(ChronoUnit.MILLIS);
  }

  /** One that is made now. */
  public static KeyedCall made(CallKey call, TaskId task, Instant now) {
    return new KeyedCall(call, task, now.plus(LIFE));
  }

  /** Whether it counts at this moment. */
  public boolean countsAt(Instant moment) {
    return until.isAfter(moment.truncatedTo(ChronoUnit.MILLIS));
  }
}
