package expunge.run;

import java.time.Duration;
import java.time.Instant;

/**
 * When an invocation ends, and when it must have stopped beginning new writes. The time between the
 * two is longer than the client's own timeout, so that no write is under way when the invocation is
 * gone.
 *
 * @param end when the platform ends the invocation
 * @param lastStart the last moment to begin a call; not after {@code end}
 */
public record Deadline(Instant end, Instant lastStart) {
  /**
   * @throws IllegalArgumentException if {@code lastStart} is after {@code end}
   */
  public Deadline {
    if (lastStart.isAfter(end)) {
      throw new IllegalArgumentException("the last start is after the end");
    }
  }

  /** The deadline of an invocation that has {@code left} and whose calls take {@code margin}. */
  public static Deadline in(Instant now, Duration left, Duration margin) {
    Instant end = now.plus(left);
    return new Deadline(end, end.minus(margin));
  }

  /** With the last moment to begin a call moved half of the way towards {@code now}. */
  public Deadline halfWayFrom(Instant now) {
    Duration left = Duration.between(now, lastStart);
    return new Deadline(end, lastStart.minus(left.dividedBy(2)));
  }

  /** Whether a call may still begin at {@code moment}. */
  public boolean allows(Instant moment) {
    return !moment.isAfter(lastStart);
  }
}
