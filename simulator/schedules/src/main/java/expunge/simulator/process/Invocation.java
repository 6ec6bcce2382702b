package expunge.simulator.process;

/** One invocation of a function: who it is, and whether it still lives. */
public final class Invocation {
  private final long name;
  private final String label;
  private long endsAt = Long.MAX_VALUE;
  private boolean dead;

  /**
   * A living one.
   *
   * @param name which stays the same as long as its causes do, whatever else is left out of a run
   * @param label for traces
   */
  public Invocation(long name, String label) {
    this.name = name;
    this.label = label;
  }

  /** Its name. */
  public long name() {
    return name;
  }

  /** Its label. */
  public String label() {
    return label;
  }

  /** The platform will kill it then, in microseconds since the world began. */
  public void endAt(long time) {
    endsAt = time;
  }

  /** When the platform kills it; the end of time where it does not. */
  public long endsAt() {
    return endsAt;
  }

  /** From now on nothing that it does has any effect, but for what is under way already. */
  public void die() {
    dead = true;
  }

  /** Whether it died. */
  public boolean isDead() {
    return dead;
  }
}
