package expunge.simulator.scenario;

import expunge.simulator.timeline.Chance;
import java.util.List;

/** Dice for what is made once, before anything happens. */
final class Dice {
  private final long name;
  private int thrown;

  Dice(long name) {
    this.name = name;
  }

  boolean happens(double share) {
    return Chance.happens(next(), share);
  }

  int between(int least, int most) {
    return Chance.between(next(), least, most);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(Chance.below(next(), choices.size()));
  }

  private long next() {
    return Chance.mix(name, thrown++);
  }
}
