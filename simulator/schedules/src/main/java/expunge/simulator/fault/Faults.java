package expunge.simulator.fault;

import expunge.simulator.timeline.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** The faults of one run: asks who decides, leaves out what is to be left out, and counts. */
public final class Faults {
  private final Decisions decisions;
  private final LongPredicate allowed;
  private final List<Long> happened = new ArrayList<>();
  private final Tally tally = new Tally();
  private boolean fair;

  /**
   * With none so far.
   *
   * @param allowed the names of faults that may happen; the others are left out
   */
  public Faults(Decisions decisions, LongPredicate allowed) {
    this.decisions = decisions;
    this.allowed = allowed;
  }

  /** From now on nothing goes wrong any more. */
  public void end() {
    fair = true;
  }

  /** Whether nothing goes wrong any more. */
  public boolean areOver() {
    return fair;
  }

  /** What goes wrong at the call of this name. */
  public Optional<Fault> at(PortCall call, long name) {
    if (fair) {
      return Optional.empty();
    }
    Optional<Fault> fault = decisions.at(call, name).filter(_ -> allowed.test(name));
    fault.ifPresent(
        kind -> {
          happened.add(name);
          tally.add(kind, call);
        });
    return fault;
  }

  /** Whether something goes wrong at the occasion of this name. */
  public boolean happens(Mishap mishap, long occasion) {
    long name = Chance.mix(occasion, mishap.number(), 1);
    if (fair || !decisions.happens(mishap, occasion) || !allowed.test(name)) {
      return false;
    }
    happened.add(name);
    tally.add(mishap);
    return true;
  }

  /** Whether a process has to wait before this call for all who could run. */
  public boolean preempts(PortCall call) {
    return !fair && decisions.preempts(call);
  }

  /** Microseconds that the call of this name takes where nothing is wrong. */
  public long pace(long name) {
    return decisions.pace(name);
  }

  /** Microseconds from 0 (inclusive) to {@code bound} (exclusive) that something is under way. */
  public long delay(long name, long bound) {
    return decisions.delay(name, bound);
  }

  /** The names of what went wrong, in order. */
  public List<Long> happened() {
    return List.copyOf(happened);
  }

  /** What went wrong, counted. */
  public Tally tally() {
    return tally;
  }
}
