package expunge.simulator.process;

import expunge.run.ExpungeException;
import expunge.simulator.fault.Fault;
import expunge.simulator.fault.PortCall;
import expunge.simulator.process.TimedProfiles.Halves;
import expunge.task.Doorbell;
import expunge.task.Doorbells;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The queue's entrance, as processes call it. */
public final class TimedDoorbells implements Doorbells {
  private final Calls calls;
  private final Entrance queue;

  /** In front of {@code queue}. */
  public TimedDoorbells(Calls calls, Entrance queue) {
    this.calls = calls;
    this.queue = queue;
  }

  /** Where bells become messages. */
  @FunctionalInterface
  public interface Entrance {
    /**
     * Takes bells.
     *
     * @param name of the call that sends them
     */
    void send(List<Doorbell> bells, Duration delay, long name);
  }

  @Override
  public List<Doorbell> ring(List<Doorbell> bells, Duration delay) {
    if (bells.size() > BELLS_PER_CALL || delay.compareTo(LONGEST_DELAY) > 0 || delay.isNegative()) {
      throw new IllegalArgumentException(bells.size() + " bells, delayed by " + delay);
    }
    return calls.make(PortCall.RING, (fault, name) -> ringAt(bells, delay, fault, name));
  }

  private List<Doorbell> ringAt(
      List<Doorbell> bells, Duration delay, Optional<Fault> fault, long name) {
    boolean broken = TimedProfiles.is(Fault.BROKEN_HALF_WAY, fault);
    if (!broken && !TimedProfiles.is(Fault.UNPROCESSED, fault)) {
      queue.send(bells, delay, name);
      return List.of();
    }
    Halves<Doorbell> halves = Halves.of(bells, name);
    queue.send(halves.done(), delay, name);
    if (broken) {
      throw new ExpungeException.Retryable("the connection broke", null);
    }
    return halves.left();
  }
}
