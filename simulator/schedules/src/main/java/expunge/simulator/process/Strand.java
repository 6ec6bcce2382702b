package expunge.simulator.process;

import expunge.simulator.fault.PortCall;
import expunge.simulator.timeline.Chance;
import expunge.simulator.timeline.Fiber;
import expunge.simulator.timeline.Timeline;

/** A fiber of an invocation. It names its calls by counting each kind of them. */
public final class Strand extends Fiber {
  private static final int CALLS = PortCall.values().length;
  private static final int WAIT = CALLS;
  private static final int DICE = CALLS + 1;
  private static final int FORK = CALLS + 2;

  private final Invocation invocation;
  private long name;
  private int[] counts = new int[CALLS + 3];

  /** One that will run {@code body}. */
  public Strand(Timeline timeline, Invocation invocation, long name, Runnable body) {
    super(timeline, body);
    this.invocation = invocation;
    this.name = name;
  }

  /** Whose it is. */
  public Invocation invocation() {
    return invocation;
  }

  /** Takes another name, and counts from the beginning: one strand may do the work of several. */
  void rename(long newName) {
    name = newName;
    counts = new int[CALLS + 3];
  }

  long nextCall(PortCall call) {
    return next(call.number());
  }

  long nextWait() {
    return next(WAIT);
  }

  long nextDice() {
    return next(DICE);
  }

  long nextFork() {
    return next(FORK);
  }

  private long next(int kind) {
    return Chance.mix(name, kind, counts[kind]++);
  }
}
