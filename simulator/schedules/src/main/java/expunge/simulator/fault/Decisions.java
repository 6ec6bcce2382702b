package expunge.simulator.fault;

import expunge.simulator.timeline.Chance;
import java.util.Optional;

/**
 * Who decides what goes wrong in a world, how long things take, and who has to wait. What it
 * answers may hang on nothing but what it was asked before, and on the names.
 */
public interface Decisions {
  /** What goes wrong at the call of this name. */
  Optional<Fault> at(PortCall call, long name);

  /** Whether something goes wrong at the occasion of this name. */
  boolean happens(Mishap mishap, long name);

  /**
   * Whether a process has to wait before this call for all who could run. Asked only where there is
   * somebody.
   */
  default boolean preempts(PortCall call) {
    return false;
  }

  /** Microseconds that the call of this name takes where nothing is wrong. */
  default long pace(long name) {
    return Pace.of(name);
  }

  /** Microseconds from 0 (inclusive) to {@code bound} (exclusive) that something is under way. */
  default long delay(long name, long bound) {
    return Chance.below(name, bound);
  }
}
