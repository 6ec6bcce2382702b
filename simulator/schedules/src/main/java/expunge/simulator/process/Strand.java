package expunge.simulator.process;

import expunge.simulator.fault.PortCall;
import expunge.simulator.timeline.Chance;
import expunge.simulator.timeline.Fiber;
import expunge.simulator.timeline.Timeline;

/** A fiber of an invocation. It names its calls by counting each kind of them. */
public final class Strand extends Fiber {
  /** What has a number keeps it, so that the names of a run stay when calls are added. */
  private static final int WAIT = PortCall.RING.number() + 1;

  private static final int DICE = WAIT + 1;
  private static final int FORK = WAIT + 2;
  private static final int OTHERS = 3;
  private static final int KINDS = PortCall.values().length + OTHERS;

  private final Invocation invocation;
  private long name;
  private int[] counts = new int[KINDS];

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
    counts = new int[KINDS];
  }

  long nextCall(PortCall call) {
    return next(call.number() < WAIT ? call.number() : call.number() + OTHERS);
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
