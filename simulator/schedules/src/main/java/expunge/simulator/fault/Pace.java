package expunge.simulator.fault;

import expunge.simulator.timeline.Chance;

/** How long calls take when nothing is wrong: mostly nothing or little, now and then a while. */
final class Pace {
  private static final long MILLISECOND = 1_000;
  private static final double NOTHING = 0.5;
  private static final double LITTLE = 0.95;

  private Pace() {}

  /** Microseconds, for the call of this name. */
  static long of(long name) {
    double kind = Chance.unit(name);
    long within = Chance.mix(name, 1);
    if (kind < NOTHING) {
      return 0;
    }
    return kind < LITTLE
        ? Chance.below(within, 20 * MILLISECOND)
        : Chance.below(within, 400 * MILLISECOND);
  }
}
