package expunge.simulator.process;

import expunge.run.Ids;
import expunge.run.Scheduler;
import expunge.simulator.memory.ManualScheduler;
import expunge.simulator.timeline.Chance;
import expunge.simulator.timeline.Timeline;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/** Time, waiting, concurrency, ids and dice of the process whose turn it is. */
public final class VirtualScheduler implements Scheduler {
  /** Time 0 of every world. */
  public static final Instant START = ManualScheduler.START;

  private static final int ID_BYTES = 16;

  private final Timeline timeline;
  private final Calls calls;

  /** For all processes of a world. */
  public VirtualScheduler(Timeline timeline, Calls calls) {
    this.timeline = timeline;
    this.calls = calls;
  }

  @Override
  public Instant now() {
    return START.plus(timeline.now(), ChronoUnit.MICROS);
  }

  @Override
  public void waitUntil(Instant moment) {
    calls.waitUntil(ChronoUnit.MICROS.between(START, moment));
  }

  @Override
  public <T> List<T> runAll(List<? extends Supplier<? extends T>> work, int atMost) {
    if (atMost < 1) {
      throw new IllegalArgumentException("at least 1 call at once, got " + atMost);
    }
    return work.size() == 1
        ? List.of(work.getFirst().get())
        : new Fork<T>(timeline, calls.strand(), work, atMost).join();
  }

  @Override
  public double random() {
    return Chance.unit(calls.strand().nextDice());
  }

  @Override
  public void fillRandomly(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) calls.strand().nextDice();
    }
  }

  @Override
  public String newId() {
    long name = calls.strand().nextDice();
    return Ids.from(
        ByteBuffer.allocate(ID_BYTES).putLong(name).putLong(Chance.mix(name, 1)).array());
  }
}
