package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.access.CallCounter;
import expunge.access.KeyHash;
import expunge.access.KeyId;
import expunge.run.SystemScheduler;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The promises of {@link CallCounter}. */
public abstract class CallCounterContract {
  private final Instant window = Instant.now().truncatedTo(ChronoUnit.MINUTES);

  private final SystemScheduler scheduler = new SystemScheduler();
  private final KeyId caller = KeyHash.of(scheduler.newId()).id();

  /** The counter, the same on each call within a test. */
  protected abstract CallCounter counter();

  @Test
  void asManyCallsAreCountedAsAreAllowedAndNoMore() {
    assertThat(counter().count(caller, window, 2)).isTrue();
    assertThat(counter().count(caller, window, 2)).isTrue();
    assertThat(counter().count(caller, window, 2)).isFalse();
    assertThat(counter().count(caller, window, 2)).isFalse();
  }

  @Test
  void anotherWindowAndAnotherKeyBeginAnew() {
    counter().count(caller, window, 1);

    assertThat(counter().count(caller, window.plusSeconds(10), 1)).isTrue();
    assertThat(counter().count(KeyHash.of(scheduler.newId()).id(), window, 1)).isTrue();
    assertThat(counter().count(caller, window, 1)).isFalse();
  }

  @Test
  void callsAtOnceAreCountedExactly() {
    List<Supplier<Boolean>> calls =
        Collections.nCopies(80, () -> counter().count(caller, window, 50));

    assertThat(scheduler.runAll(calls, 8).stream().filter(counted -> counted)).hasSize(50);
  }
}
