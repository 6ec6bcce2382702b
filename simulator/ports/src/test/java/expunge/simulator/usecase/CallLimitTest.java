package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.access.ApiKey;
import expunge.access.CallLimit;
import expunge.access.KeyHash;
import expunge.access.Role;
import expunge.run.ExpungeException;
import expunge.simulator.memory.ManualScheduler;
import expunge.simulator.memory.MemoryCallCounter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@link CallLimit}: so many calls of a key in ten seconds. */
class CallLimitTest {
  private static final ApiKey BUSY = new ApiKey("busy", Role.VIEWER, KeyHash.of("busy"));
  private static final ApiKey OTHER = new ApiKey("other", Role.VIEWER, KeyHash.of("other"));

  private final ManualScheduler scheduler = new ManualScheduler(1);

  @Test
  void callsBeyondTheLimitWaitForTheNextWindow() {
    CallLimit limit = new CallLimit(new MemoryCallCounter(), 2, scheduler);
    scheduler.advance(Duration.ofMillis(3_500));

    assertThat(limit.count(BUSY)).isEmpty();
    assertThat(limit.count(BUSY)).isEmpty();
    assertThat(limit.count(BUSY)).contains(Duration.ofMillis(6_500));
    assertThat(limit.count(OTHER)).isEmpty();

    scheduler.advance(Duration.ofMillis(6_500));
    assertThat(limit.count(BUSY)).isEmpty();
  }

  @Test
  void withoutALimitNothingIsCounted() {
    CallLimit limit =
        new CallLimit(
            (_, _, _) -> {
              throw new ExpungeException.Permanent("counted", null);
            },
            0,
            scheduler);

    assertThat(limit.count(BUSY)).isEmpty();
  }
}
