package expunge.simulator.scenario;

import expunge.item.Value;
import expunge.simulator.fault.PortCall;
import expunge.simulator.scenario.Scenario.Meddling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes what other writers do to rich tables, mostly shortly before it matters. */
final class RichMeddling {
  private static final List<PortCall> SELDOM =
      List.of(
          PortCall.ACCEPT,
          PortCall.LEASE,
          PortCall.LEASE,
          PortCall.PLAN,
          PortCall.FIND_PROFILES,
          PortCall.DELETE_PROFILES,
          PortCall.COMMIT);
  private static final List<PortCall> OFTEN =
      List.of(PortCall.MATCHING, PortCall.FIND_LINKED, PortCall.TREAT_LINKED);

  /** A thousandth of the longest time that another writer waits before it acts. */
  private static final List<Long> DELAYS = List.of(0L, 5L, 20L, 50L, 300L, 10_000L);

  private final Dice dice;
  private final List<String> known;
  private final Supplier<String> emails;
  private final Supplier<Map<String, Value>> attributes;
  private final RichRecords records;

  RichMeddling(
      Dice dice,
      List<String> known,
      Supplier<String> emails,
      Supplier<Map<String, Value>> attributes,
      RichRecords records) {
    this.dice = dice;
    this.known = known;
    this.emails = emails;
    this.attributes = attributes;
    this.records = records;
  }

  /** A fifth takes emails away when batches begin: that is when indexes are asked. */
  Meddling one() {
    boolean early = dice.happens(0.2);
    boolean often = dice.happens(0.5);
    PortCall trigger = early ? PortCall.LEASE : dice.oneOf(often ? OFTEN : SELDOM);
    int after = dice.between(1, often && !early ? 40 : 6);
    long delay = (early ? 20 : dice.oneOf(DELAYS)) * dice.between(0, 1_000);
    List<Deed> deeds = new ArrayList<>();
    int kind = early ? dice.between(3, 4) : dice.between(0, 13);
    for (int i = dice.happens(0.5) ? dice.between(3, 12) : 1; i > 0; i--) {
      add(kind, deeds);
    }
    return new Meddling(trigger, after, delay, deeds);
  }

  /** Between the last look at a profile and its deletion its records are treated. */
  Meddling inTheLastMoment() {
    PortCall trigger = dice.happens(0.5) ? PortCall.FIND_LINKED : PortCall.TREAT_LINKED;
    List<Deed> deeds = new ArrayList<>();
    int kind = dice.happens(0.5) ? 3 : 5;
    for (int i = dice.between(3, 12); i > 0; i--) {
      add(kind, deeds);
    }
    return new Meddling(trigger, dice.between(1, 12), 0, deeds);
  }

  private void add(int kind, List<Deed> deeds) {
    String key = dice.oneOf(known);
    switch (kind) {
      case 0 -> deeds.add(new Deed.Delete(key));
      case 1 -> make(key, deeds);
      case 2 -> make("person-" + dice.between(100, 120), deeds);
      case 3 -> deeds.add(change(key, Riches.EMAIL, Optional.of(new Value.Text(emails.get()))));
      case 4 -> deeds.add(change(key, Riches.EMAIL, Optional.empty()));
      case 5 -> deeds.add(change(key, Riches.HOLD, Optional.of(new Value.Flag(true))));
      case 6 -> deeds.add(change(key, Riches.HOLD, Optional.empty()));
      case 7, 9 -> deeds.add(records.ofKey(key));
      case 8 -> deeds.add(records.ofIndex(key));
      default -> deeds.add(records.again(key));
    }
  }

  private void make(String key, List<Deed> deeds) {
    deeds.add(new Deed.Make(key, attributes.get()));
    if (dice.happens(0.5)) {
      deeds.add(records.ofKey(key));
      deeds.add(records.ofIndex(key));
    }
  }

  private static Deed change(String key, String attribute, Optional<Value> value) {
    return new Deed.Change(key, attribute, value);
  }
}
