package expunge.simulator.timeline;

/**
 * Chance by counting instead of by a stream: what happens at a place depends on the seed and on the
 * name of the place alone. Taking one fault out of a run therefore leaves all others where they
 * were, which is what makes a failing run shrink.
 */
public final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private Chance() {}

  /** A name made of two; the order counts. */
  public static long mix(long one, long other) {
    long hash = one * GOLDEN + other + GOLDEN;
    hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    return hash ^ (hash >>> 31);
  }

  /** A name made of three; the order counts. */
  public static long mix(long one, long other, long third) {
    return mix(mix(one, other), third);
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  public static double unit(long name) {
    return (name >>> 11) * UNIT;
  }

  /** From 0 (inclusive) to {@code bound} (exclusive). */
  public static int below(long name, int bound) {
    return (int) (unit(name) * bound);
  }

  /** From 0 (inclusive) to {@code bound} (exclusive). */
  public static long below(long name, long bound) {
    return (long) (unit(name) * bound);
  }

  /** From {@code least} to {@code most}, both inclusive. */
  public static int between(long name, int least, int most) {
    return least + below(name, most - least + 1);
  }

  /** True in {@code share} of all names. */
  public static boolean happens(long name, double share) {
    return unit(name) < share;
  }
}
