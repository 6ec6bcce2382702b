package expunge.simulator.fault;

import expunge.simulator.fault.PortCall.Nature;
import java.util.EnumSet;
import java.util.Set;

/** What can go wrong at a port call. */
public enum Fault {
  /** The process dies before the call has any effect. */
  CRASH_BEFORE("crash before", EnumSet.allOf(Nature.class)),
  /** The process dies after the call took effect, before it gets the answer. */
  CRASH_AFTER("crash after", EnumSet.allOf(Nature.class)),
  /** The effect is done, the answer gets lost. */
  LOST_ANSWER("lost answer", all()),
  /** Nothing is done, and the call is to be repeated. */
  THROTTLED("throttled", all()),
  /** The client gives up after its time, and nothing is done. */
  TIMED_OUT("timed out", all()),
  /** The client gives up after its time, within which the effect came. */
  TIMED_OUT_DONE("timed out, done", all()),
  /** It takes seconds, but it goes well. */
  SLOW("slow", EnumSet.allOf(Nature.class)),
  /** The client's first try went through unnoticed, and it tries again a while later. */
  REPEATED(
      "repeated",
      EnumSet.of(
          Nature.READ,
          Nature.REPEATABLE,
          Nature.LOOK_UP,
          Nature.DELETION,
          Nature.SEND,
          Nature.TRANSACTION)),
  /** Some keys, bells or customers are answered as not processed. */
  UNPROCESSED(
      "unprocessed", EnumSet.of(Nature.LOOK_UP, Nature.DELETION, Nature.SEND, Nature.TRANSACTION)),
  /** Some are processed, and then the call fails as a whole. */
  BROKEN_HALF_WAY("broken half-way", EnumSet.of(Nature.DELETION, Nature.SEND, Nature.STREAM)),
  /** The table refuses, as it always will for these keys. */
  REFUSED("refused", EnumSet.of(Nature.DELETION, Nature.TRANSACTION)),
  /** The invocation's time is up while the call is under way, which may yet take effect. */
  KILLED("killed", EnumSet.allOf(Nature.class));

  private final String label;
  private final int natures;

  Fault(String label, Set<Nature> natures) {
    this.label = label;
    this.natures = natures.stream().mapToInt(Nature::bit).sum();
  }

  private static Set<Nature> all() {
    return EnumSet.complementOf(EnumSet.of(Nature.STREAM));
  }

  /** Whether it can happen to such a call at all. */
  public boolean meets(PortCall call) {
    return (natures & call.nature().bit()) != 0;
  }

  /** Whether a seed's dice decide on it; the others follow from the scenario. */
  boolean isDiced() {
    return this != REFUSED && this != KILLED;
  }

  /** Its place, for names and for tables of counts. */
  @SuppressWarnings("EnumOrdinal") // nothing outlives a run but its seed
  public int number() {
    return ordinal();
  }

  /** As tables and traces show it. */
  public String label() {
    return label;
  }
}
