package expunge.simulator.scenario;

import java.util.ArrayList;
import java.util.List;

/** Identifiers that are easily taken for one another. */
final class Values {
  private final Dice dice;
  private final int bases;

  /** Of so many people. */
  Values(Dice dice, int bases) {
    this.dice = dice;
    this.bases = bases;
  }

  /** One of a small population, so that the same one comes up again. */
  String any() {
    String base = "person-" + dice.between(1, bases);
    List<String> near = near(base);
    return dice.happens(0.8) ? base : dice.oneOf(near);
  }

  /** Others that differ from it by what sloppy code overlooks. */
  static List<String> near(String value) {
    List<String> near = new ArrayList<>();
    near.add("0" + value);
    near.add("00" + value);
    near.add(value + "0");
    near.add(value.toUpperCase(java.util.Locale.ROOT));
    near.add(value.substring(0, value.length() - 1));
    near.add(value + ", \"jr\"");
    near.add("ü" + value);
    near.removeIf(String::isBlank);
    near.remove(value);
    return near;
  }
}
