package expunge.simulator.memory;

import expunge.run.Ids;
import expunge.run.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A clock that moves only when told to or waited for, calls that run one after the other on the
 * calling thread, and the ids and dice of a seed: the same seed, the same run.
 */
public final class ManualScheduler implements Scheduler {
  /** When the clock stands at first, unless told otherwise. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final int ID_BYTES = 16;

  private final Random random;
  private Instant now;

  /** With the clock at {@link #START}. */
  public ManualScheduler(long seed) {
    this(seed, START);
  }

  /** With the clock at {@code start}. */
  public ManualScheduler(long seed, Instant start) {
    random = new Random(seed);
    now = start;
  }

  /** Moves the clock on, or back where the time is negative. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  /** Moves the clock to {@code moment}, unless it has passed. */
  @Override
  public synchronized void waitUntil(Instant moment) {
    if (moment.isAfter(now)) {
      now = moment;
    }
  }

  @Override
  public <T> List<T> runAll(List<? extends Supplier<? extends T>> calls, int atMost) {
    if (atMost < 1) {
      throw new IllegalArgumentException("at least 1 call at once, got " + atMost);
    }
    List<T> results = new ArrayList<>(calls.size());
    @Nullable RuntimeException first = null;
    for (Supplier<? extends T> call : calls) {
      try {
        results.add(call.get());
      } catch (RuntimeException failure) {
        first = firstOf(first, failure);
      }
    }
    if (first != null) {
      throw first;
    }
    return List.copyOf(results);
  }

  @Override
  public synchronized double random() {
    return random.nextDouble();
  }

  /** With the dice of the seed, which anybody can guess. */
  @Override
  public synchronized void fillRandomly(byte[] bytes) {
    random.nextBytes(bytes);
  }

  @Override
  public synchronized String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Ids.from(bytes);
  }

  private static RuntimeException firstOf(
      @Nullable RuntimeException first, RuntimeException failure) {
    if (first == null) {
      return failure;
    }
    if (!first.equals(failure)) {
      first.addSuppressed(failure);
    }
    return first;
  }
}
