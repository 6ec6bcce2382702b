package expunge.aws;

import java.time.Duration;
import java.time.Instant;

/** How long a record stays once nothing will change it any more. */
record Retention(Duration time) {
  /** Longer than any task lasts, pauses included: its batches have to be there when it ends. */
  private static final Duration LONGEST_TASK = Duration.ofDays(400);

  /** When a record that is final since {@code moment} may go, in seconds since 1970. */
  long endsAfter(Instant moment) {
    return moment.plus(time).getEpochSecond();
  }

  /** As {@link #endsAfter}, for a batch that is final while its task may still go on. */
  long ofBatchEndsAfter(Instant moment) {
    return endsAfter(moment.plus(LONGEST_TASK));
  }
}
