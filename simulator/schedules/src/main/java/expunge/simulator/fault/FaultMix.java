package expunge.simulator.fault;

import expunge.simulator.timeline.Chance;
import java.util.Optional;

/**
 * Which kinds of fault a seed knows, and how often. Some seeds know none, most know a few, some
 * know all; a kind that would hide another is often off.
 */
public final class FaultMix implements Decisions {
  private static final int KINDS = 1;
  private static final int RATE = 2;
  private static final int CHOICE = 3;
  private static final int MISHAPS = 4;
  private static final int MISHAP = 5;
  private static final int SHARE = 6;
  private static final double CALM = 0.02;

  /** So many seeds lose nothing: what ends there has to end by itself. */
  private static final double CAREFUL = 0.7;

  private static final double[] RATES = {0.02, 0.04, 0.08, 0.2};
  private static final double[] MISHAP_RATES = {0, 0.05, 0.15, 0.4};
  private static final double[] ONCE_RATES = {0, 0.2, 0.6, 1};

  private static final Fault[] FAULTS = Fault.values();
  private static final int[] MEETING = new int[PortCall.values().length];

  static {
    for (PortCall call : PortCall.values()) {
      for (Fault fault : FAULTS) {
        MEETING[call.number()] |= fault.isDiced() && fault.meets(call) ? 1 << fault.number() : 0;
      }
    }
  }

  private final double rate;
  private final double[] mishapRates = new double[Mishap.values().length];
  private int known;

  private FaultMix(double rate) {
    this.rate = rate;
  }

  /** What a seed decides. */
  public static FaultMix of(long seed) {
    if (Chance.happens(Chance.mix(seed, KINDS), CALM)) {
      return none();
    }
    FaultMix mix = new FaultMix(RATES[Chance.below(Chance.mix(seed, RATE), RATES.length)]);
    double share = 0.2 + 0.8 * Chance.unit(Chance.mix(seed, SHARE));
    for (Fault fault : FAULTS) {
      boolean on = Chance.happens(Chance.mix(seed, KINDS, fault.number()), share);
      mix.known |= on ? 1 << fault.number() : 0;
    }
    for (Mishap mishap : Mishap.values()) {
      long name = Chance.mix(seed, MISHAPS, mishap.number());
      boolean off = mishap.losesSomething() && Chance.happens(Chance.mix(name, KINDS), CAREFUL);
      double[] rates = mishap.isOncePerSeed() ? ONCE_RATES : MISHAP_RATES;
      double usual = rates[Chance.below(name, rates.length)];
      mix.mishapRates[mishap.number()] = off ? 0 : usual;
    }
    return mix;
  }

  /** No fault at all. */
  public static FaultMix none() {
    return new FaultMix(0);
  }

  @Override
  public Optional<Fault> at(PortCall call, long name) {
    if (!Chance.happens(Chance.mix(name, RATE), rate)) {
      return Optional.empty();
    }
    int kinds = known & MEETING[call.number()];
    return kinds == 0
        ? Optional.empty()
        : Optional.of(nth(kinds, Chance.below(Chance.mix(name, CHOICE), Integer.bitCount(kinds))));
  }

  private static Fault nth(int kinds, int place) {
    int left = kinds;
    for (int i = 0; i < place; i++) {
      left &= left - 1;
    }
    return FAULTS[Integer.numberOfTrailingZeros(left)];
  }

  @Override
  public boolean happens(Mishap mishap, long name) {
    return Chance.happens(Chance.mix(name, MISHAP, mishap.number()), mishapRates[mishap.number()]);
  }
}
