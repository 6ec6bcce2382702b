package expunge.simulator.fault;

import expunge.task.TaskKind;

/** Counts of what went wrong: faults by kind and call, mishaps by kind. */
public final class Tally {
  private final long[][] faults = new long[Fault.values().length][PortCall.values().length];
  private final long[] mishaps = new long[Mishap.values().length];
  private long total;

  /** One more. */
  public void add(Fault fault, PortCall call) {
    faults[fault.number()][call.number()]++;
    total++;
  }

  /** One more. */
  public void add(Mishap mishap) {
    mishaps[mishap.number()]++;
    total++;
  }

  /** Those of another tally too. */
  public void add(Tally other) {
    for (Fault fault : Fault.values()) {
      for (PortCall call : PortCall.values()) {
        faults[fault.number()][call.number()] += other.count(fault, call);
      }
    }
    for (Mishap mishap : Mishap.values()) {
      mishaps[mishap.number()] += other.count(mishap);
    }
    total += other.total;
  }

  /** How often a kind met a call. */
  public long count(Fault fault, PortCall call) {
    return faults[fault.number()][call.number()];
  }

  /** How often a mishap happened. */
  public long count(Mishap mishap) {
    return mishaps[mishap.number()];
  }

  /** Whether the platform lost something for good. */
  public boolean lostSomething() {
    for (Mishap mishap : Mishap.values()) {
      if (mishap.losesSomething() && count(mishap) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * How many cells of the table are empty though the fault could meet the call.
   *
   * @param kind of the tasks that were run
   */
  public long emptyCells(TaskKind kind) {
    long empty = 0;
    for (PortCall call : PortCall.values()) {
      for (Fault fault : Fault.values()) {
        boolean meets = call.isMadeFor(kind) && fault.meets(call);
        empty += meets && count(fault, call) == 0 ? 1 : 0;
      }
    }
    return empty;
  }

  /** All of them. */
  public long total() {
    return total;
  }
}
