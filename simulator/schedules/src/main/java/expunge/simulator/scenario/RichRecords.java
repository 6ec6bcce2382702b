package expunge.simulator.scenario;

import expunge.item.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes records that belong to profiles, each with a key of its own. */
final class RichRecords {
  private static final int MOST = 8;

  private final Dice dice;
  private final List<Map<String, Value>> mails = new ArrayList<>();
  private int made;

  RichRecords(Dice dice) {
    this.dice = dice;
  }

  /** How many a profile has: mostly few. */
  int number() {
    return dice.happens(0.4) ? 0 : dice.between(1, dice.happens(0.12) ? MOST : 2);
  }

  /** One that is found by its key. Where only orders are meant, a note is nobody's business. */
  Deed.Write ofKey(String owner) {
    String kind = dice.happens(0.8) ? "ORDER#" : "NOTE#";
    Map<String, Value> item = attributes(owner);
    item.put(RichDataset.OWNER, new Value.Text("CUSTOMER#" + owner));
    item.put("order", new Value.Text(kind + made++));
    return new Deed.Write(RichDataset.ORDERS, item);
  }

  /** One that is found by an index. */
  Deed.Write ofIndex(String owner) {
    Map<String, Value> item = attributes(owner);
    item.put(RichDataset.OWNER, new Value.Text(owner));
    item.put("mail", new Value.Text("MAIL#" + made++));
    mails.add(item);
    return new Deed.Write(RichDataset.MAILS, item);
  }

  /** One that was there before, and is somebody else's now, or of another kind. */
  Deed.Write again(String owner) {
    if (mails.isEmpty()) {
      return ofIndex(owner);
    }
    Map<String, Value> before = dice.oneOf(mails);
    Map<String, Value> item = attributes(owner);
    item.put("mail", before.getOrDefault("mail", new Value.Other()));
    Value same = before.getOrDefault(RichDataset.OWNER, new Value.Other());
    item.put(RichDataset.OWNER, dice.happens(0.3) ? same : new Value.Text(owner));
    return new Deed.Write(RichDataset.MAILS, item);
  }

  private Map<String, Value> attributes(String owner) {
    Map<String, Value> item = new HashMap<>();
    item.put("kind", new Value.Text(dice.happens(0.5) ? "draft" : "sent"));
    item.put("sum", new Value.Numeric("" + dice.between(1, 99)));
    if (dice.happens(0.8)) {
      item.put("name", new Value.Text("name of " + owner));
    }
    if (dice.happens(0.5)) {
      item.put("choice", new Value.Text("yes"));
    }
    if (dice.happens(0.5)) {
      item.put("age", new Value.Numeric("" + dice.between(18, 90)));
    }
    return item;
  }
}
