package expunge.simulator.scenario;

import expunge.dataset.Dataset;
import expunge.item.Value;
import expunge.segment.SegmentItem;
import expunge.simulator.Market;
import expunge.simulator.MemorySystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The people of a market: some are in its tables at first, some were deleted, most are new. */
final class Customers {
  static final String EMAIL = "email";
  static final String NUMBER = "external_id";

  /** Open at first. */
  static final String OPEN = "fair";

  /** Nobody may join it. */
  static final String CLOSED = "closed";

  /** There is none at first. */
  static final String UNKNOWN = "fresh";

  private static final int PEOPLE = 12;
  private static final String EXPIRY = "99999999999";

  private final Dice dice;
  private final Dataset dataset;

  Customers(Dice dice, Dataset dataset) {
    this.dice = dice;
    this.dataset = dataset;
  }

  int any() {
    return dice.between(1, PEOPLE);
  }

  static String email(int person) {
    return "person-" + person + "@x.com";
  }

  static String number(int person) {
    return "person-number-" + person;
  }

  static String key(int person) {
    return "person-key-" + person;
  }

  /** What is there before anything happens. */
  List<Deed.Write> items() {
    List<Deed.Write> items = new ArrayList<>();
    items.add(segment(OPEN, false));
    items.add(segment(CLOSED, true));
    for (int person = 1; person <= PEOPLE; person++) {
      if (dice.happens(0.35)) {
        items.add(new Deed.Write(dataset.table(), profile(person)));
      } else if (dice.happens(0.1)) {
        items.add(entry(EMAIL, email(person)));
      } else if (dice.happens(0.05)) {
        items.add(entry(NUMBER, number(person)));
      }
    }
    return items;
  }

  private Deed.Write segment(String id, boolean disabled) {
    Map<String, Value> item = new HashMap<>(SegmentItem.key(id));
    item.put(SegmentItem.SOURCE, new Value.Text("manual"));
    if (disabled) {
      item.put(SegmentItem.DISABLED, new Value.Flag(true));
    }
    return new Deed.Write(dataset.declaredSegments().table(), item);
  }

  /** Now and then one that is protected, or has the number of somebody else. */
  Map<String, Value> profile(int person) {
    Map<String, Value> item = new HashMap<>();
    item.put(dataset.key().attribute(), new Value.Text(key(person)));
    item.put(EMAIL, new Value.Text(email(person)));
    item.put("name", new Value.Text("before"));
    if (dice.happens(0.5)) {
      item.put(NUMBER, new Value.Text(number(dice.happens(0.1) ? any() : person)));
    }
    if (dice.happens(0.1)) {
      item.put(Market.HOLD, new Value.Flag(true));
    }
    return item;
  }

  private Deed.Write entry(String identifier, String value) {
    String id = MemorySystem.KEY.entry(dataset, identifier, value).hex();
    return new Deed.Write(
        dataset.suppression().orElseThrow().table(),
        Map.of("id", new Value.Text(id), "expiresAt", new Value.Numeric(EXPIRY)));
  }
}
